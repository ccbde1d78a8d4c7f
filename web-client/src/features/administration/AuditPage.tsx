import { useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { Link, useSearchParams } from '@/shared/router';
import { useTimes } from '@/shared/time';
import { Button, ButtonLink, EmptyState, MoreList, PageHeader } from '@/shared/ui';
import { AdminGate } from './AdminGate';
import styles from './Administration.module.css';
import { accountQuery, type Entry, useAudit } from './administrationApi';
import { useSentence } from './useSentence';

/** What the audit log tells, the newest first, of everybody or of one person. */
export function AuditPage() {
  const t = useTranslations('administration');
  const [parameters, setParameters] = useSearchParams();
  const userId = parameters.get('userId') ?? '';
  const entries = useAudit(userId);
  return (
    <>
      <PageHeader title={t('audit')} lead={t('auditLead')} />
      <AdminGate error={entries.error}>
        <div className={styles.filter}>
          {userId === '' ? (
            <ButtonLink to="/people">{t('choosePerson')}</ButtonLink>
          ) : (
            <>
              <Concerned id={userId} entries={entries.items} />
              <Button onClick={() => setParameters({})}>{t('showAll')}</Button>
            </>
          )}
        </div>
        <MoreList
          rows
          pages={entries}
          keyOf={(entry) => String(entry.number)}
          empty={
            <EmptyState icon={<ScrollText />} title={t('noEntriesTitle')}>
              {t('noEntries')}
            </EmptyState>
          }
        >
          {(entry) => <Row entry={entry} filtered={userId !== ''} />}
        </MoreList>
      </AdminGate>
    </>
  );
}

/** Whom the entries concern: by the name that they give, or else that of the account. */
function Concerned({ id, entries }: { id: string; entries: readonly Entry[] | undefined }) {
  const t = useTranslations('administration');
  const known = entries?.find((entry) => entry.subject?.id === id)?.subject?.name ?? undefined;
  const account = useQuery({ ...accountQuery(id), enabled: false });
  const name = known ?? account.data?.name ?? (entries === undefined ? undefined : t('formerUser'));
  return <p role="status">{name !== undefined && t('onlyAbout', { name })}</p>;
}

function Row({ entry, filtered }: { entry: Entry; filtered: boolean }) {
  const t = useTranslations('administration');
  const times = useTimes();
  const sentence = useSentence();
  const { subject } = entry;
  return (
    <div className={styles.entry}>
      <time className={styles.quiet} dateTime={entry.at}>
        {times.dateTime(entry.at)}
      </time>
      <span className={styles.sentence}>{sentence(entry)}</span>
      {!filtered && subject !== null && (
        <Link className={styles.about} to={`/audit?userId=${subject.id}`}>
          {t('onlyThis', { name: subject.name ?? t('formerUser') })}
        </Link>
      )}
    </div>
  );
}
