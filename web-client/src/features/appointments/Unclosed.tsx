import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { MoreList } from '@/shared/ui';
import { CompleteAppointment } from './CompleteAppointment';
import { EndAppointment } from './EndAppointment';
import { MarkMissed } from './MarkMissed';
import { useNotesForm } from './useNotesForm';
import { useUnclosedAppointments } from './useAppointmentLists';
import { AppointmentCard } from './AppointmentCard';
import styles from './Appointments.module.css';

/**
 * Appointments whose time has passed and which stand open. The doctor is asked to close each; the patient sees who has to.
 * Nothing at all shows when there is none.
 */
export function Unclosed({ card: Card = AppointmentCard }: { card?: typeof AppointmentCard }) {
  const t = useTranslations('appointments');
  const doctor = useUser().role === 'doctor';
  const appointments = useUnclosedAppointments();
  if (appointments.items === undefined ? appointments.error === null : appointments.items.length === 0) {
    return null;
  }
  return (
    <section className={styles.unclosed} aria-labelledby="unclosed">
      <h2 id="unclosed">{t('unclosed')}</h2>
      <p className={styles.quiet}>{t(doctor ? 'unclosedDoctor' : 'unclosedPatient')}</p>
      <MoreList pages={appointments} keyOf={(appointment) => appointment.id} empty={null}>
        {(appointment) => (
          <div className={styles.request}>
            <Card appointment={appointment} />
            {doctor && <Closing appointment={appointment} />}
          </div>
        )}
      </MoreList>
    </section>
  );
}

function Closing({ appointment }: { appointment: Appointment }) {
  const notes = useNotesForm(appointment);
  return (
    <div className={styles.apart}>
      {appointment.status === 'scheduled' ? (
        <>
          <CompleteAppointment appointment={appointment} notes={notes} quiet />
          <MarkMissed appointment={appointment} />
        </>
      ) : (
        <EndAppointment appointment={appointment} how="decline" />
      )}
    </div>
  );
}
