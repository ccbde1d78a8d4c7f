import { dateFormat, deviceZone, knowsZone } from '../browser';
import { currentTime } from './clock';

/** An instant as the server writes it, or a Date. */
export type Instant = string | Date;

export interface Times {
  /** "Tuesday, 1 December" (with the year when it is another one). */
  date: (at: Instant, zone?: string) => string;
  /** "Tue 1 Dec" */
  shortDate: (at: Instant, zone?: string) => string;
  /** "December 2026" */
  month: (at: Instant, zone?: string) => string;
  /** "Tue" */
  weekday: (at: Instant, zone?: string) => string;
  /** "14:30" */
  time: (at: Instant, zone?: string) => string;
  /** "Tuesday, 1 December at 14:30" */
  dateTime: (at: Instant, zone?: string) => string;
  /** "Central European Standard Time" */
  zoneName: (zone: string, at?: Instant) => string;
  /** The zone of the person's device. */
  ownZone: string;
}

export const OWN_ZONE = deviceZone();

/** Dates and times in the language's own way. */
export function timesIn(locale: string, ownZone = OWN_ZONE, now = currentTime): Times {
  const year = (at: Date, zone: string) => dateFormat('en', zone, { year: 'numeric' }).format(at);
  const shown =
    (options: Intl.DateTimeFormatOptions) =>
    (at: Instant, zone = ownZone) => {
      const date = new Date(at);
      const other = year(date, zone) !== year(now(), zone);
      const dated = options.day !== undefined && other ? { ...options, year: 'numeric' as const } : options;
      return dateFormat(locale, zone, dated).format(date);
    };
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const twelve = dateFormat(locale, ownZone, { hour: 'numeric' }).resolvedOptions().hour12 === true;
  const clock = { hour: twelve ? 'numeric' : '2-digit', minute: '2-digit' } as const;
  return {
    date: shown(day),
    shortDate: shown({ weekday: 'short', day: 'numeric', month: 'short' }),
    month: (at, zone = ownZone) => dateFormat(locale, zone, { month: 'long', year: 'numeric' }).format(new Date(at)),
    weekday: shown({ weekday: 'short' }),
    time: shown(clock),
    dateTime: shown({ ...day, ...clock }),
    zoneName: (zone, at = now()) => {
      if (!knowsZone(zone)) {
        return zone;
      }
      const parts = dateFormat(locale, zone, { timeZoneName: 'long' }).formatToParts(new Date(at));
      return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
    },
    ownZone,
  };
}

/** The date in a zone, as `YYYY-MM-DD`. */
export function dateIn(zone: string, at: Instant): string {
  return dateFormat('en-CA', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at));
}
