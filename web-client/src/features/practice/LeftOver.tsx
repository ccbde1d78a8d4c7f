import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Appointment } from '@/shared/api';
import { appointmentQuery, isOpen } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { AppointmentTime } from '@/shared/time';
import { Button } from '@/shared/ui';
import { LeftOverDialog } from './LeftOverDialog';
import styles from './Practice.module.css';

/**
 * The booked appointments that lie outside the schedule after a change, with the way to each and what can be done about all. Those
 * that were moved or ended since then are left out.
 */
export function LeftOver({ appointments, onDismiss }: { appointments: readonly Appointment[]; onDismiss: () => void }) {
  const t = useTranslations('practice');
  const box = useRef<HTMLDivElement>(null);
  // Nothing is asked for: this is what other pages have learnt.
  const known = useQueries({
    queries: appointments.map(({ id }) => ({ ...appointmentQuery(id), enabled: false, gcTime: Infinity })),
    combine: (results) => results.map(({ data }) => data),
  });
  const left = appointments.filter((appointment, index) => {
    const now = known[index];
    return now === undefined || (isOpen(now) && now.startsAt === appointment.startsAt);
  });
  const dismiss = () => {
    onDismiss();
    // The button goes away with what it is about.
    box.current?.focus();
  };
  return (
    <div role="status" ref={box} tabIndex={-1}>
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
            <LeftOverDialog how="cancel" appointments={left} />
            <Button look="quiet" onClick={dismiss}>
              {t('leftOverDismiss')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
