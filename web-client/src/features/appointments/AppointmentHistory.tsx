import type { Appointment } from '@/shared/api';
import { changeKind } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { useTimes } from '@/shared/time';
import { Card } from '@/shared/ui';
import styles from './Appointments.module.css';

/** Who did what with the appointment, and why. */
export function AppointmentHistory({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const times = useTimes();
  const user = useUser();
  return (
    <Card stack>
      <h2>{t('history')}</h2>
      <ol className={styles.history}>
        {appointment.history.map((change) => {
          const kind = changeKind(change);
          const name = change.by === appointment.doctor.id ? appointment.doctor.name : appointment.patient.name;
          return (
            <li key={`${change.at} ${change.to}`}>
              <p>{t(`change_${kind}`, { who: whoOf(change, user.id), name })}</p>
              {change.reason !== null && change.reason !== '' && (
                <p className={styles.text}>{change.by === null ? t(systemReason(change.reason)) : change.reason}</p>
              )}
              <time className={styles.quiet} dateTime={change.at}>
                {times.dateTime(change.at)}
              </time>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

/** The server itself changes an appointment, too. */
function whoOf({ by }: Appointment['history'][number], self: string) {
  return by === null ? 'nobody' : by === self ? 'you' : 'other';
}

function systemReason(code: string) {
  return code === 'account_erased' ? 'reason_account_erased' : 'reason_not_confirmed_in_time';
}
