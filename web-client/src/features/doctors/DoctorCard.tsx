import type { ListedDoctor } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { Link, useThisList } from '@/shared/router';
import { useSpecialties } from '@/shared/specialties';
import { useSpokenLanguages } from '@/shared/spoken';
import { currentTime, dateIn, OWN_ZONE, plusDays, useTimes } from '@/shared/time';
import { Avatar, ButtonLink, Rating } from '@/shared/ui';
import styles from './DoctorCard.module.css';
import { Verified } from './Verified';

/** A doctor in a list: who, what, how good, and the next free times, each of which begins a booking. */
export function DoctorCard({ doctor }: { doctor: ListedDoctor }) {
  const t = useTranslations('doctors');
  const times = useTimes();
  const { nameOf } = useSpecialties();
  const { phrase } = useSpokenLanguages();
  const list = useThisList();
  const page = `/doctors/${doctor.id}`;
  return (
    <article className={styles.doctor}>
      <Avatar person={doctor} />
      <div className={styles.words}>
        <h2>
          <Link className={styles.name} to={page} state={list}>
            {doctor.name}
          </Link>
        </h2>
        <p className={styles.quiet}>
          {t('what', { specialization: nameOf(doctor.specialization), years: doctor.experience })}
        </p>
        {doctor.languages.length > 0 && (
          <p className={styles.small}>{t('speaks', { languages: phrase(doctor.languages) })}</p>
        )}
        {doctor.verified && <Verified />}
        {doctor.rating.count > 0 && (
          <p className={styles.small}>
            <Rating {...doctor.rating} />
          </p>
        )}
      </div>
      {doctor.nextTimes.length === 0 ? (
        <p className={styles.none}>{t('noneFree')}</p>
      ) : (
        <ul className={styles.times}>
          {doctor.nextTimes.map((at) => (
            <li key={at}>
              <ButtonLink
                className={styles.time}
                to={`${page}?at=${encodeURIComponent(at)}`}
                state={list}
                aria-label={t('bookAt', { name: doctor.name, when: short(at) })}
              >
                {short(at)}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </article>
  );

  function short(at: string): string {
    const today = dateIn(OWN_ZONE, currentTime());
    const date = dateIn(OWN_ZONE, at);
    const time = times.time(at);
    if (date === today) {
      return t('at_today', { time });
    }
    return date === plusDays(today, 1)
      ? t('at_tomorrow', { time })
      : t('at_later', { date: times.shortDate(at), time });
  }
}
