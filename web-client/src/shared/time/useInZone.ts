import { useTranslations } from '../i18n';
import type { Instant } from './format';
import { useTimes } from './useTimes';
import { cityOf, hasOtherClock } from './zones';

/**
 * "Tuesday, 1 December at 14:30 (Madrid time)": a date and time in a zone, which is named where the reader's own clock shows something
 * else. A zone that this browser does not know is not: the format says what it shows instead.
 * Clock times of the zone that are not known as instants are written as those of UTC, with `written` saying so.
 */
export function useInZone(): (at: Instant, zone: string, written?: string) => string {
  const t = useTranslations('time');
  const { dateTime, ownZone } = useTimes();
  return (at, zone, written = zone) => {
    const when = dateTime(at, written);
    return hasOtherClock(zone, ownZone, at) ? t('inZone', { when, city: cityOf(zone) }) : when;
  };
}
