import type { Appointment } from '@/shared/api';
import { hasStarted, isOpen, isWaiting } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { plusDays, useNow } from '@/shared/time';
import { ButtonLink } from '@/shared/ui';
import { AddToCalendar } from './AddToCalendar';
import { CompleteAppointment } from './CompleteAppointment';
import { ConfirmAppointment } from './ConfirmAppointment';
import { EndAppointment } from './EndAppointment';
import { MarkMissed } from './MarkMissed';
import { MoveAppointment } from './MoveAppointment';
import type { NotesForm } from './useNotesForm';
import styles from './Appointments.module.css';

/** The same time of day, of the zone that the visit was agreed in, two weeks later. */
function inTwoWeeks({ date, startTime }: Appointment): string {
  return `${plusDays(date, 14)}T${startTime}`;
}

/** What a doctor can do with an appointment, besides meeting: first what brings it on, then what changes or ends it. */
export function DoctorActions({ appointment, notes }: { appointment: Appointment; notes: NotesForm }) {
  const t = useTranslations('appointments');
  const started = hasStarted(appointment, useNow());
  return (
    <>
      <div className={styles.apart}>
        {appointment.status === 'pending' && !started && <ConfirmAppointment appointment={appointment} />}
        {appointment.status === 'pending' && <EndAppointment appointment={appointment} how="decline" />}
        {appointment.status === 'scheduled' && started && (
          <CompleteAppointment appointment={appointment} notes={notes} quiet={isWaiting(appointment)} />
        )}
        <ButtonLink to={`/patients/${appointment.patient.id}`}>{t('record')}</ButtonLink>
        {appointment.status === 'completed' && (
          <ButtonLink to={`/patients/${appointment.patient.id}?book=${inTwoWeeks(appointment)}`}>
            {t('followUp')}
          </ButtonLink>
        )}
      </div>
      {isOpen(appointment) && (
        <div className={styles.apart}>
          {!started && <AddToCalendar appointment={appointment} />}
          <MoveAppointment appointment={appointment} />
          {appointment.status === 'scheduled' && started && <MarkMissed appointment={appointment} />}
          <EndAppointment appointment={appointment} how="cancel" />
        </div>
      )}
    </>
  );
}
