import type { Patient } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useTimes } from '@/shared/time';
import { Card } from '@/shared/ui';
import styles from './Practice.module.css';

/** What the patient has told about themselves, allergies first. */
export function PatientFacts({ patient }: { patient: Patient }) {
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
  );
}
