import { useQuery } from '@tanstack/react-query';
import { MessageSquare, UserX } from 'lucide-react';
import * as v from 'valibot';
import { api, isProblem, type Patient, patientSchema } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useParams } from '@/shared/router';
import { useTimes } from '@/shared/time';
import { Avatar, Awaited, ButtonLink, Card, EmptyState, PageHeader } from '@/shared/ui';
import { BookForPatient } from './BookForPatient';
import { PatientAppointments } from './PatientAppointments';
import styles from './Practice.module.css';

const reply = v.object({ patient: patientSchema });

/** The record of one of the doctor's patients. */
export default function PatientPage() {
  const t = useTranslations('practice');
  const { id = '' } = useParams();
  const patient = useQuery({
    queryKey: ['patient', id],
    queryFn: async ({ signal }) => (await api.get(`/api/patients/${id}`, reply, { signal })).patient,
  });
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
  const times = useTimes();
  const born = patient.dateOfBirth === null ? null : times.date(`${patient.dateOfBirth}T00:00:00Z`, 'UTC');
  const entries: [string, string | null][] = [
    [t('allergies'), patient.allergies],
    [t('born'), born],
    [t('gender'), patient.gender],
    [t('bloodGroup'), patient.bloodGroup],
    [t('phone'), patient.contactNumber],
  ];
  return (
    <>
      <div className={styles.head}>
        <Avatar person={patient} size="large" />
        <PageHeader
          back={{ to: '/patients', label: t('patients') }}
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
      </div>
      <div className={styles.stack}>
        <Card>
          <dl className={styles.record}>
            {entries.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value ?? t('unknown')}</dd>
              </div>
            ))}
            <div>
              <dt>{t('emergency')}</dt>
              {patient.emergencyContacts.length === 0 && <dd>{t('unknown')}</dd>}
              {patient.emergencyContacts.map((contact) => (
                <dd key={`${contact.name} ${contact.contactNumber}`}>
                  {[contact.name, contact.relation, contact.contactNumber].filter(Boolean).join(', ')}
                </dd>
              ))}
            </div>
          </dl>
        </Card>
        <PatientAppointments patientId={patient.id} />
      </div>
    </>
  );
}
