import {
  CalendarCheck,
  CalendarClock,
  CalendarPlus,
  CalendarX,
  CircleCheck,
  Phone,
  PhoneMissed,
  Video,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { useTimes } from '@/shared/time';
import styles from './EventLine.module.css';
import type { CallEvent, ChatEvent, VisitEvent } from './events';

const VISIT_ICONS = {
  requested: CalendarPlus,
  booked: CalendarPlus,
  scheduled: CalendarCheck,
  moved: CalendarClock,
  declined: CalendarX,
  cancelled: CalendarX,
  completed: CircleCheck,
  no_show: CalendarX,
} as const satisfies Record<VisitEvent['change'], unknown>;

/** What happened between two messages, in one quiet line. */
export function EventLine({ event }: { event: ChatEvent }) {
  return event.kind === 'visit' ? <Visit event={event} /> : <Call event={event} />;
}

function Visit({ event: { change, who, name, startsAt, appointmentId, at } }: { event: VisitEvent }) {
  const t = useTranslations('chat');
  const times = useTimes();
  const Icon = VISIT_ICONS[change];
  const when = startsAt === null ? '' : times.dateTime(startsAt);
  const known = startsAt === null ? 'no' : 'yes';
  return (
    <Quiet icon={<Icon size={16} aria-hidden />} at={at}>
      <Link to={`/visits/${appointmentId}`}>{t(`visit_${change}`, { who, name, known, when })}</Link>
    </Quiet>
  );
}

function Call({ event: { outcome, media, minutes, at } }: { event: CallEvent }) {
  const t = useTranslations('chat');
  const Icon = outcome === 'answered' ? (media === 'video' ? Video : Phone) : PhoneMissed;
  return (
    <Quiet icon={<Icon size={16} aria-hidden />} at={at}>
      {t(`call_${outcome}`, { media, minutes })}
    </Quiet>
  );
}

function Quiet({ icon, at, children }: { icon: ReactNode; at: string; children: ReactNode }) {
  const times = useTimes();
  return (
    <li className={styles.event} data-line dir="auto">
      {icon}
      <span>{children}</span>
      <time dateTime={at}>{times.time(at)}</time>
    </li>
  );
}
