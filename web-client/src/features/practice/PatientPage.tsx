import { MessageSquare, UserX } from 'lucide-react';
import { isProblem, type Patient } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { usePatient } from '@/shared/patients';
import { useListBefore, useParams } from '@/shared/router';
import { Avatar, Awaited, ButtonLink, EmptyState, PageHeader } from '@/shared/ui';
import { BookForPatient } from './BookForPatient';
import { PatientAppointments } from './PatientAppointments';
import { PatientFacts } from './PatientFacts';
import styles from './Practice.module.css';

/** The record of one of the doctor's patients. */
export default function PatientPage() {
  const t = useTranslations('practice');
  const { id = '' } = useParams();
  const patient = usePatient(id);
  if (isProblem(patient.error, 'not_found')) {
    return (
      <>
        <PageHeader title={t('goneTitle')} />
        <EmptyState
          icon={<UserX />}
          title={t('goneTitle')}
          action={<ButtonLink to="/patients">{t('patients')}</ButtonLink>}
        >
          {t('gone')}
        </EmptyState>
      </>
    );
  }
  return patient.data === undefined ? <Awaited query={patient} /> : <Record patient={patient.data} />;
}

function Record({ patient }: { patient: Patient }) {
  const t = useTranslations('practice');
  const list = useListBefore('/patients');
  return (
    <>
      <PageHeader
        picture={<Avatar person={patient} size="large" />}
        back={{ to: list, label: t('patients') }}
        title={patient.name}
        actions={
          <>
            <ButtonLink to={`/messages/${patient.id}`} icon={<MessageSquare size={20} aria-hidden />}>
              {t('write')}
            </ButtonLink>
            <BookForPatient patient={patient} />
          </>
        }
      />
      <div className={styles.stack}>
        <PatientFacts patient={patient} />
        <PatientAppointments patientId={patient.id} />
      </div>
    </>
  );
}
