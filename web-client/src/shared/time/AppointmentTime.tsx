import { useTranslations } from '../i18n';
import { useTimes } from './useTimes';
import { cityOf, hasOtherClock } from './zones';
import styles from './AppointmentTime.module.css';

/**
 * When an appointment is: in full, and in the other person's zone as well when their clock shows something else. A zone that this browser does
 * not know is left out: what it would show is not the time there.
 */
export function AppointmentTime({ startsAt, zone }: { startsAt: string; zone: string }) {
  const times = useTimes();
  const t = useTranslations('time');
  const own = <time dateTime={startsAt}>{times.dateTime(startsAt)}</time>;
  if (!hasOtherClock(zone, times.ownZone, startsAt)) {
    return own;
  }
  const sameDay = times.date(startsAt) === times.date(startsAt, zone);
  return (
    <span>
      {own}{' '}
      <span className={styles.other}>
        {t('yourTimeAnd', {
          there: sameDay ? times.time(startsAt, zone) : times.dateTime(startsAt, zone),
          city: cityOf(zone),
        })}
      </span>
    </span>
  );
}
