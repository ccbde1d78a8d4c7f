import { useQuery } from '@tanstack/react-query';
import type { Appointment } from '@/shared/api';
import { appointmentQuery, NewPatient } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useLocation } from '@/shared/router';
import { useUser } from '@/shared/session';
import { useSpecialties } from '@/shared/specialties';
import { useTimes, AppointmentTime } from '@/shared/time';
import { Avatar, Awaited, Card, PageHeader, useWide, AppointmentStatus } from '@/shared/ui';
import { DoctorActions } from './DoctorActions';
import { DoctorNotes } from './DoctorNotes';
import { PatientActions } from './PatientActions';
import { otherPerson } from './people';
import { Review } from './Review';
import { DoctorIsLate } from './RunningLate';
import { type NotesForm, useNotesForm } from './useNotesForm';
import { useNotesSaver } from './useNotesSaver';
import { AppointmentHistory } from './AppointmentHistory';
import { AppointmentMeeting } from './AppointmentMeeting';
import styles from './Appointments.module.css';
import { AppointmentState } from './AppointmentState';

/** The home of an appointment, for both people: who, when, how it stands, and what can be done now. */
export function AppointmentPage({ id }: { id: string }) {
  const appointment = useQuery(appointmentQuery(id));
  return appointment.data === undefined ? (
    <Awaited query={appointment} />
  ) : (
    <OneAppointment appointment={appointment.data} />
  );
}

function OneAppointment({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const { nameOf } = useSpecialties();
  const times = useTimes();
  const user = useUser();
  const wide = useWide();
  // The list beside it on a desk is the one that a phone goes back to: its query stands in the address.
  const { search } = useLocation();
  const notes = useNotesForm(appointment);
  const other = otherPerson(appointment, user);
  const doctor = user.id === appointment.doctor.id;
  return (
    <>
      <PageHeader
        picture={<Avatar person={other} size="large" />}
        {...(wide ? {} : { back: { to: `/visits${search}`, label: t('back') } })}
        title={t('with', { name: other.name })}
        lead={doctor ? t(appointment.mode) : nameOf(appointment.doctor.specialization ?? '')}
      />
      <div className={styles.columns}>
        <div>
          <Card stack>
            <div className={styles.apart}>
              <AppointmentStatus status={appointment.status} />
              <NewPatient appointment={appointment} />
            </div>
            <p className={styles.when}>
              <AppointmentTime startsAt={appointment.startsAt} zone={appointment.timeZone} />
            </p>
            <p className={styles.quiet}>
              {t('length', {
                start: times.time(appointment.startsAt),
                end: times.time(appointment.endsAt),
                zone: times.zoneName(times.ownZone, appointment.startsAt),
              })}
            </p>
            {!doctor && <DoctorIsLate appointment={appointment} />}
            <AppointmentState appointment={appointment} />
            <AppointmentMeeting appointment={appointment} other={other} />
          </Card>
          {doctor ? (
            <DoctorActions appointment={appointment} notes={notes} />
          ) : (
            <PatientActions appointment={appointment} />
          )}
          {!doctor && appointment.status === 'completed' && <Review appointment={appointment} />}
        </div>
        <div>
          {appointment.reason !== '' && (
            <Card stack>
              <h2>{t('reason')}</h2>
              <p className={styles.text}>{appointment.reason}</p>
            </Card>
          )}
          {doctor && <SavedNotes appointment={appointment} form={notes} />}
          {!doctor && appointment.notes !== null && appointment.notes !== '' && (
            <Card stack>
              <h2>{t('notes')}</h2>
              <p className={styles.text}>{appointment.notes}</p>
            </Card>
          )}
          <AppointmentHistory appointment={appointment} />
        </div>
      </div>
    </>
  );
}

function SavedNotes({ appointment, form }: { appointment: Appointment; form: NotesForm }) {
  const saver = useNotesSaver(appointment, form);
  return <DoctorNotes appointment={appointment} form={form} saver={saver} />;
}
