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
import { PatientRow } from './PatientRow';
import styles from './Appointments.module.css';

/**
 * Appointments whose time has passed and which stand open. The doctor is asked to close each; the patient sees who has to.
 * Nothing at all shows when there is none. `rows`: in lines, as on the page of a doctor's day.
 */
export function Unclosed({ rows = false }: { rows?: boolean }) {
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
      <MoreList pages={appointments} keyOf={(appointment) => appointment.id} rows={rows} empty={null}>
        {(appointment) =>
          rows ? (
            <PatientRow appointment={appointment}>
              <Closing appointment={appointment} />
            </PatientRow>
          ) : (
            <div className={styles.request}>
              <AppointmentCard appointment={appointment} />
              {doctor && <Closing appointment={appointment} />}
            </div>
          )
        }
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
