import { FileText, PanelsTopLeft, TriangleAlert, Video } from 'lucide-react';
import type { Appointment } from '@/shared/api';
import { isWaiting, useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { usePatient } from '@/shared/patients';
import { useNow, useTimes } from '@/shared/time';
import { Avatar, Button, ButtonLink, Card } from '@/shared/ui';
import { minutesUntil } from './day';
import { InWaitingRoom } from './InWaitingRoom';
import styles from './Appointments.module.css';
import { useJoin } from './useJoin';

/** The record is read when the visit is near, since each reading is written down. */
const NEAR_MINUTES = 60;

/** The visit that is on, or comes next: with whom, why, what matters about the patient, and the way into it. */
export function NextUp({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const times = useTimes();
  const minutes = minutesUntil(appointment, useNow(5_000));
  const { id, patient, reason } = appointment;
  const { open, busy, call } = useJoin(appointment, patient);
  // Who waits is admitted first, and during a call no other can be joined: the workspace has it.
  const joins = open && !busy && !isWaiting(appointment);
  return (
    <Card stack>
      <div className={styles.next}>
        <Avatar person={patient} />
        <div className={styles.words}>
          <p className={styles.nextTime}>
            {minutes <= 0
              ? t('nextSince', { time: times.time(appointment.startsAt) })
              : minutes <= NEAR_MINUTES
                ? t('nextIn', { minutes })
                : t('nextAt', { time: times.time(appointment.startsAt) })}
          </p>
          <h2 id="next-up">{patient.name}</h2>
          {reason !== '' && (
            <p className={styles.text} dir="auto">
              {reason}
            </p>
          )}
        </div>
      </div>
      {minutes <= NEAR_MINUTES && <Matters patientId={patient.id} />}
      <InWaitingRoom appointment={appointment} />
      <div className={styles.apart}>
        {joins && (
          <Button look="primary" icon={<Video size={20} aria-hidden />} onClick={() => call('video')}>
            {t('joinVideo')}
          </Button>
        )}
        <ButtonLink
          {...(!joins && !isWaiting(appointment) && { look: 'primary' as const })}
          to={`/visits/${id}/workspace`}
          icon={<PanelsTopLeft size={20} aria-hidden />}
        >
          {t('toWorkspace')}
        </ButtonLink>
        <ButtonLink to={`/patients/${patient.id}`} icon={<FileText size={20} aria-hidden />}>
          {t('record')}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** Allergies, and what was noted last. */
function Matters({ patientId }: { patientId: string }) {
  const t = useTranslations('appointments');
  const times = useTimes();
  const patient = usePatient(patientId, { staleTime: Infinity }).data;
  const last = useAppointments({ with: patientId, status: ['completed'], order: 'desc', limit: 1 }).items?.[0];
  const notes = last?.notes ?? '';
  return (
    <>
      {patient !== undefined && patient.allergies !== null && patient.allergies !== '' && (
        <p className={styles.allergies}>
          <TriangleAlert size={20} aria-hidden />
          {t('nextAllergies', { allergies: patient.allergies })}
        </p>
      )}
      {last !== undefined && notes !== '' && (
        <div>
          <h3 className={styles.small}>{t('nextLastNote', { when: times.date(last.startsAt) })}</h3>
          <p className={styles.lastNote} dir="auto">
            {notes}
          </p>
        </div>
      )}
    </>
  );
}
