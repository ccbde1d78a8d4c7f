import { Route, Switch } from '@/shared/router';
import { AuditPage } from './AuditPage';
import { PeoplePage } from './PeoplePage';
import { PersonPage } from './PersonPage';
import { SystemPage } from './SystemPage';

/** The pages of admins: loaded together, so that a first visit of others knows of one only. */
export default function AdministrationPages() {
  return (
    <Switch>
      <Route path="/people">
        <PeoplePage />
      </Route>
      <Route path="/people/:id">
        <PersonPage />
      </Route>
      <Route path="/audit">
        <AuditPage />
      </Route>
      <Route path="/system">
        <SystemPage />
      </Route>
    </Switch>
  );
}
