import { CalendarDays } from 'lucide-react';
import type { Appointment } from '@/shared/api';
import { NewPatient } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { useTimes } from '@/shared/time';
import { AppointmentStatus, EmptyState } from '@/shared/ui';
import styles from './Calendar.module.css';
import { blocksOf } from './days';
import { spanText } from './useMoving';

/** The appointments of the dates as rows, by day. */
export function AppointmentList({
  dates,
  appointments,
  zone,
}: {
  dates: readonly string[];
  appointments: readonly Appointment[];
  zone: string;
}) {
  const t = useTranslations('practice');
  const times = useTimes();
  const days = dates
    .map((date) => ({ date, blocks: blocksOf(appointments, date, zone).filter(({ continued }) => !continued) }))
    .filter(({ blocks }) => blocks.length > 0);
  if (days.length === 0) {
    return (
      <EmptyState icon={<CalendarDays />} title={t('calNoneTitle')}>
        {t('calNone')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.list}>
      {days.map(({ date, blocks }) => (
        <section key={date} aria-labelledby={`on-${date}`}>
          <h2 id={`on-${date}`}>{times.date(`${date}T12:00:00Z`, 'UTC')}</h2>
          <ol>
            {blocks.map((block) => (
              <li key={block.appointment.id}>
                <Link className={styles.row} to={`/visits/${block.appointment.id}`}>
                  <span className={styles.time}>{spanText(block)}</span>
                  <strong dir="auto">{block.appointment.patient.name}</strong>
                  <span className={styles.reason} dir="auto">
                    {block.appointment.reason}
                  </span>
                  <span className={styles.states}>
                    <AppointmentStatus status={block.appointment.status} />
                    <NewPatient appointment={block.appointment} />
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
