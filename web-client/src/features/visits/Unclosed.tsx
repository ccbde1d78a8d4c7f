import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { MoreList } from '@/shared/ui';
import { CompleteVisit } from './CompleteVisit';
import { EndVisit } from './EndVisit';
import { MarkMissed } from './MarkMissed';
import { useNotesForm } from './useNotesForm';
import { useUnclosedVisits } from './useVisitLists';
import { VisitCard } from './VisitCard';
import styles from './Visits.module.css';

/**
 * Visits whose time has passed and which stand open. The doctor is asked to close each; the patient sees who has to.
 * Nothing at all shows when there is none.
 */
export function Unclosed({ card: Card = VisitCard }: { card?: typeof VisitCard }) {
  const t = useTranslations('visits');
  const doctor = useUser().role === 'doctor';
  const visits = useUnclosedVisits();
  if (visits.items === undefined ? visits.error === null : visits.items.length === 0) {
    return null;
  }
  return (
    <section className={styles.unclosed} aria-labelledby="unclosed">
      <h2 id="unclosed">{t('unclosed')}</h2>
      <p className={styles.quiet}>{t(doctor ? 'unclosedDoctor' : 'unclosedPatient')}</p>
      <MoreList pages={visits} keyOf={(visit) => visit.id} empty={null}>
        {(visit) => (
          <div className={styles.request}>
            <Card visit={visit} />
            {doctor && <Closing visit={visit} />}
          </div>
        )}
      </MoreList>
    </section>
  );
}

function Closing({ visit }: { visit: Appointment }) {
  const notes = useNotesForm(visit);
  return (
    <div className={styles.apart}>
      {visit.status === 'scheduled' ? (
        <>
          <CompleteVisit visit={visit} notes={notes} quiet />
          <MarkMissed visit={visit} />
        </>
      ) : (
        <EndVisit visit={visit} how="decline" />
      )}
    </div>
  );
}
