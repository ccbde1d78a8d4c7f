import { useState } from 'react';
import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { AppointmentTime } from '@/shared/time';
import { LeftOverDialog } from './LeftOverDialog';
import styles from './Practice.module.css';

/** The booked appointments that lie outside the schedule after a change, with the way to each and what can be done about all. */
export function LeftOver({ appointments }: { appointments: readonly Appointment[] }) {
  const t = useTranslations('practice');
  const [cancelled, setCancelled] = useState<ReadonlySet<string>>(new Set());
  const left = appointments.filter(({ id }) => !cancelled.has(id));
  return (
    <div role="status">
      {left.length > 0 && (
        <div className={styles.leftOver}>
          <h3>{t('leftOver', { count: left.length })}</h3>
          <ul className={styles.list}>
            {left.map((appointment) => (
              <li key={appointment.id}>
                <Link to={`/visits/${appointment.id}`}>
                  {appointment.patient.name},{' '}
                  <AppointmentTime startsAt={appointment.startsAt} zone={appointment.timeZone} />
                </Link>
              </li>
            ))}
          </ul>
          <div className={styles.actions}>
            <LeftOverDialog how="message" appointments={left} />
            <LeftOverDialog how="propose" appointments={left} />
            <LeftOverDialog
              how="cancel"
              appointments={left}
              onDone={({ id }) => setCancelled((before) => new Set(before).add(id))}
            />
          </div>
        </div>
      )}
    </div>
  );
}
