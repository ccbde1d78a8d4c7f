import { Link } from '@/shared/router';
import type { ListedDoctor } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useTimes } from '@/shared/time';
import { Avatar, cx, Rating } from '@/shared/ui';
import styles from './Doctors.module.css';
import { Verified } from './Verified';

/** A doctor in a list: who, what, how good, and when. */
export function DoctorCard({ doctor }: { doctor: ListedDoctor }) {
  const t = useTranslations('doctors');
  const times = useTimes();
  return (
    <Link className={styles.doctor} to={`/doctors/${doctor.id}`}>
      <Avatar person={doctor} />
      <div className={styles.words}>
        <h2>{doctor.name}</h2>
        <p className={styles.quiet}>{t('what', { specialization: doctor.specialization, years: doctor.experience })}</p>
        {doctor.verified && <Verified />}
        <p className={styles.small}>
          <Rating {...doctor.rating} />
        </p>
        {doctor.nextFreeAt === null ? (
          <p className={cx(styles.small, styles.quiet)}>{t('noneFree')}</p>
        ) : (
          <p className={cx(styles.small, styles.free)}>{t('nextFree', { when: times.dateTime(doctor.nextFreeAt) })}</p>
        )}
      </div>
    </Link>
  );
}
