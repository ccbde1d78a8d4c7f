import { SearchX } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { Link, useSearchParams } from '@/shared/router';
import { Avatar, Button, cx, EmptyState, MoreList, PageHeader } from '@/shared/ui';
import { AccountStatus } from './AccountStatus';
import { AdminGate } from './AdminGate';
import styles from './Administration.module.css';
import { type ManagedAccount, SEARCH, type Search, usePeople } from './administrationApi';
import { PeopleTools } from './PeopleTools';

/** Everybody with an account. What is searched stands in the address, so that it can be kept and gone back to. */
export function PeoplePage() {
  const t = useTranslations('administration');
  const [parameters, setParameters] = useSearchParams();
  const search: Search = {};
  for (const name of SEARCH) {
    const value = parameters.get(name);
    if (value !== null && value !== '') {
      search[name] = value;
    }
  }
  const people = usePeople(search);
  const clear = () => setParameters({}, { replace: true });
  const change = (changes: Search) => {
    const next = new URLSearchParams(parameters);
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') {
        next.delete(name);
      } else {
        next.set(name, value);
      }
    }
    setParameters(next, { replace: true });
  };
  return (
    <>
      <PageHeader title={t('people')} />
      <AdminGate error={people.error}>
        <PeopleTools search={search} onChange={change} onClear={clear} />
        <div className={cx(people.isPlaceholderData && styles.faded)} aria-busy={people.isPlaceholderData}>
          <MoreList
            rows
            pages={people}
            keyOf={(account) => account.id}
            empty={
              <EmptyState
                icon={<SearchX />}
                title={t('nobodyTitle')}
                action={<Button onClick={clear}>{t('clear')}</Button>}
              >
                {t('nobody')}
              </EmptyState>
            }
          >
            {(account) => <Row account={account} />}
          </MoreList>
        </div>
      </AdminGate>
    </>
  );
}

function Row({ account }: { account: ManagedAccount }) {
  const t = useTranslations('administration');
  return (
    <Link className={styles.row} to={`/people/${account.id}`}>
      <Avatar person={account} size="small" />
      <span className={styles.who}>
        <span className={styles.name}>{account.name}</span>
        <span className={styles.quiet}>{account.email}</span>
      </span>
      <span className={styles.role}>{t(`role_${account.role}`)}</span>
      <span className={styles.state}>
        <AccountStatus state={account.state} />
      </span>
    </Link>
  );
}
