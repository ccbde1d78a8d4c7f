import { Phone, PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import { usePages } from '@/shared/api';
import { useVideoCall } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { useTimes } from '@/shared/time';
import { Button, Card, EmptyState, ErrorState, PageHeader, SkeletonList } from '@/shared/ui';
import { CallWords } from './CallWords';
import { type LoggedCall, loadCalls } from './callsApi';
import styles from './CallLog.module.css';
import { clockTime } from './ui/time';

/** Who called whom, when, how long, and how it ended. */
export default function CallLogPage() {
  return (
    <CallWords>
      <Log />
    </CallWords>
  );
}

function Log() {
  const t = useTranslations('calls');
  const tCommon = useTranslations('common');
  const pages = usePages(['calls'], loadCalls);
  return (
    <>
      <PageHeader title={t('logTitle')} />
      {pages.isPending && <SkeletonList />}
      {pages.isError && <ErrorState error={pages.error} retry={() => void pages.refetch()} />}
      {pages.items?.length === 0 && (
        <EmptyState icon={<Phone />} title={t('logEmpty')}>
          {t('logEmptyText')}
        </EmptyState>
      )}
      {pages.items !== undefined && pages.items.length > 0 && (
        <>
          <ul className={styles.list}>
            {pages.items.map((call) => (
              <li key={call.id}>
                <Entry call={call} />
              </li>
            ))}
          </ul>
          {pages.hasNextPage ? (
            <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {tCommon('showMore')}
            </Button>
          ) : (
            <p className={styles.end}>{tCommon('endOfList')}</p>
          )}
        </>
      )}
    </>
  );
}

function Entry({ call }: { call: LoggedCall }) {
  const t = useTranslations('calls');
  const times = useTimes();
  const user = useUser();
  const { startCall, busy } = useVideoCall();
  const outgoing = call.caller.id === user.id;
  const other = outgoing ? call.callee : call.caller;
  const answered = call.answeredAt !== null;
  const missed = !outgoing && !answered && call.endReason !== 'declined';
  const Icon = missed ? PhoneMissed : outgoing ? PhoneOutgoing : PhoneIncoming;
  const lasted =
    call.answeredAt === null || call.endedAt === null ? null : clockTime(Date.parse(call.endedAt) - Date.parse(call.answeredAt));
  const again = () =>
    startCall({
      person: { ...other, avatar: null },
      media: call.media,
      ...(call.appointmentId === null ? {} : { appointmentId: call.appointmentId }),
    });
  return (
    <Card>
      <div className={styles.entry}>
        <Icon className={missed ? styles.missed : styles.icon} aria-hidden />
        <div className={styles.what}>
          <h2 className={styles.name}>{other.name}</h2>
          <p>
            {[
              t(outgoing ? 'logOutgoing' : 'logIncoming'),
              t(call.media === 'video' ? 'logVideo' : 'logAudio'),
              t(`logReason.${missed ? 'missed' : (call.endReason ?? 'hangup')}`),
              lasted,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
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
