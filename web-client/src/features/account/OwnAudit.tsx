import { ShieldCheck } from 'lucide-react';
import { usePages } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { useTimes } from '@/shared/time';
import { Card, EmptyState, MoreList } from '@/shared/ui';
import styles from './Account.module.css';
import { AUDIT, loadAudit, type OwnEntry } from './auditApi';
import { useOwnSentence } from './useOwnSentence';

/** Who has read the person's data, and what happened to the account, in words. */
export function OwnAudit() {
  const t = useTranslations('account');
  const entries = usePages(AUDIT, loadAudit);
  return (
    <Card stack>
      <h2>{t('audit')}</h2>
      <p>{t(useUser().role === 'patient' ? 'auditLeadPatient' : 'auditLead')}</p>
      <MoreList
        rows
        pages={entries}
        keyOf={(entry) => String(entry.number)}
        empty={<EmptyState icon={<ShieldCheck />} title={t('auditNone')} />}
      >
        {(entry) => <Row entry={entry} />}
      </MoreList>
    </Card>
  );
}

function Row({ entry }: { entry: OwnEntry }) {
  const times = useTimes();
  const sentence = useOwnSentence();
  return (
    <div className={styles.entry}>
      <span>{sentence(entry)}</span>
      <time className={styles.quiet} dateTime={entry.at}>
        {times.dateTime(entry.at)}
      </time>
    </div>
  );
}
