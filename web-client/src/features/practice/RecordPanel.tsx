import { CalendarDays } from 'lucide-react';
import { useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { usePatient } from '@/shared/patients';
import { AppointmentTime } from '@/shared/time';
import { Awaited, EmptyState, MoreList } from '@/shared/ui';
import { PatientFacts } from './PatientFacts';
import styles from './Practice.module.css';

/** The record of a patient beside a visit: facts, and what was noted at earlier visits. */
export default function RecordPanel({ id }: { id: string }) {
  const patient = usePatient(id);
  return (
    <div className={styles.stack}>
      {patient.data === undefined ? <Awaited query={patient} /> : <PatientFacts patient={patient.data} />}
      <EarlierVisits patientId={id} />
    </div>
  );
}

function EarlierVisits({ patientId }: { patientId: string }) {
  const t = useTranslations('practice');
  const visits = useAppointments({ with: patientId, status: ['completed'], order: 'desc' });
  return (
    <section className={styles.stack} aria-labelledby="earlier">
      <h2 id="earlier">{t('earlier')}</h2>
      <MoreList
        pages={visits}
        keyOf={(visit) => visit.id}
        empty={<EmptyState icon={<CalendarDays />} title={t('noEarlier')} />}
      >
        {(visit) => (
          <details className={styles.earlier}>
            <summary>
              <AppointmentTime startsAt={visit.startsAt} zone={visit.timeZone} />
              <span className={styles.quiet}>{visit.reason === '' ? t(visit.mode) : visit.reason}</span>
            </summary>
            <p className={styles.notes}>{visit.notes === null || visit.notes === '' ? t('noNotes') : visit.notes}</p>
          </details>
        )}
      </MoreList>
    </section>
  );
}
