import { AvatarEditor } from '@/shared/images';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { Card, PageHeader } from '@/shared/ui';
import { DoctorEvidence } from './DoctorEvidence';
import { DoctorProfile } from './DoctorProfile';
import { PatientRecord } from './PatientRecord';
import styles from './Profile.module.css';

/** One's own picture and profile. */
export default function ProfilePage() {
  const t = useTranslations('profile');
  const user = useUser();
  return (
    <>
      <PageHeader
        back={{ to: '/me', label: t('back') }}
        title={t('title')}
        lead={t(user.role === 'doctor' ? 'leadDoctor' : 'leadPatient')}
      />
      <div className={styles.narrow}>
        <Card stack>
          <AvatarEditor />
        </Card>
        <Card stack>
          {user.role === 'doctor' && <DoctorProfile doctor={user} />}
          {user.role === 'patient' && <PatientRecord patient={user} />}
        </Card>
        {user.role === 'doctor' && <DoctorEvidence />}
      </div>
    </>
  );
}
