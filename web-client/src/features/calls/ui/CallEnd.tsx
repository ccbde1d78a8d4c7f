import { clockTime } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { Avatar, Button, ButtonLink, Dialog, DialogActions } from '@/shared/ui';
import type { CallSnapshot, Ending, EndReason } from '../machine/snapshot';
import styles from './Call.module.css';

/** The call goes on, but not here. */
const ELSEWHERE: readonly EndReason[] = ['moved', 'answered_elsewhere', 'in_other_call'];

interface Props {
  call: CallSnapshot;
  ending: Ending;
  isDoctor: boolean;
  callAgain: () => void;
  moveHere: () => void;
  close: () => void;
}

/** The server ends a ring by itself when the visit that it is about is called off. */
function words({ reason, byMe }: Ending): EndReason | 'hangupByMe' | 'calledOff' {
  if (reason === 'hangup' && byMe) return 'hangupByMe';
  return reason === 'cancelled' && !byMe ? 'calledOff' : reason;
}

/** How it ended, and what comes next. */
export function CallEnd({ call, ending, isDoctor, callAgain, moveHere, close }: Props) {
  const t = useTranslations('calls');
  const { name } = call.peer;
  const reason = words(ending);
  const canMove = ELSEWHERE.includes(ending.reason);
  return (
    <Dialog open onClose={close} title={t(canMove ? 'ended.elsewhere' : 'ended.title')}>
      <div className={styles.caller}>
        <Avatar person={call.peer} size="large" />
        <p>{t(`ended.${reason}`, { name })}</p>
        {ending.durationMs !== null && (
          <p className={styles.quiet}>{t('lasted', { time: clockTime(ending.durationMs) })}</p>
        )}
      </div>
      <DialogActions>
        {canMove ? (
          <Button onClick={moveHere}>{t('moveHere')}</Button>
        ) : (
          <Button onClick={callAgain}>{t('callAgain')}</Button>
        )}
        {call.appointmentId !== null && ending.durationMs !== null && (
          <ButtonLink
            look="primary"
            to={`/visits/${call.appointmentId}${isDoctor ? '/workspace' : ''}`}
            onClick={close}
          >
            {t(isDoctor ? 'toNotes' : 'toReview')}
          </ButtonLink>
        )}
      </DialogActions>
    </Dialog>
  );
}
