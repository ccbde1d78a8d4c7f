import { Phone, PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import { usePages } from '@/shared/api';
import { type CallRecord, clockTime, lastedMs, loadCalls, useVideoCall } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { useTimes } from '@/shared/time';
import { Button, Card, EmptyState, MoreList, PageHeader } from '@/shared/ui';
import styles from './RecentCalls.module.css';

/** Who called whom, when, how long, and how it ended. */
export default function RecentCallsPage() {
  const t = useTranslations('calls');
  const pages = usePages(['calls'], loadCalls);
  return (
    <>
      <PageHeader title={t('logTitle')} />
      <MoreList
        pages={pages}
        keyOf={(call) => call.id}
        empty={
          <EmptyState icon={<Phone />} title={t('logEmpty')}>
            {t('logEmptyText')}
          </EmptyState>
        }
      >
        {(call) => <Entry call={call} />}
      </MoreList>
    </>
  );
}

function Entry({ call }: { call: CallRecord }) {
  const t = useTranslations('calls');
  const times = useTimes();
  const user = useUser();
  const { startCall, busy } = useVideoCall();
  const outgoing = call.caller.id === user.id;
  const other = outgoing ? call.callee : call.caller;
  const answered = call.answeredAt !== null;
  const missed = !outgoing && !answered && call.endReason !== 'declined';
  const Icon = missed ? PhoneMissed : outgoing ? PhoneOutgoing : PhoneIncoming;
  const lasted = lastedMs(call);
  // The visit of that call may be over or cancelled while the two share another: a new call is of none.
  const again = () => startCall({ person: { ...other, avatar: null }, media: call.media });
  return (
    <Card>
      <div className={styles.entry}>
        <Icon className={missed ? styles.missed : styles.icon} aria-hidden />
        <div className={styles.what}>
          <h2 className={styles.name}>{other.name}</h2>
          <p>
            {t('logEntry', {
              direction: outgoing ? 'outgoing' : 'incoming',
              media: call.media,
              end: missed ? 'missed' : (call.endReason ?? 'hangup'),
              lasted: lasted === null ? 'no' : clockTime(lasted),
            })}
          </p>
          <p className={styles.when}>{times.dateTime(call.startedAt)}</p>
        </div>
        <Button look="quiet" aria-disabled={busy} onClick={again} aria-label={t('logCall', { name: other.name })}>
          <Phone size={20} aria-hidden />
        </Button>
      </div>
    </Card>
  );
}
