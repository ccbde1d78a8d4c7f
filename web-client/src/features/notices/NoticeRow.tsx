import { useQuery } from '@tanstack/react-query';
import {
  AlarmClock,
  Bell,
  CalendarCheck,
  CalendarClock,
  CalendarPlus,
  CalendarX,
  CircleSlash,
  Clock,
  Eye,
  KeyRound,
  type LucideIcon,
  LogIn,
  MessageSquare,
  PhoneMissed,
  Star,
  UserX,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { appointmentQuery } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { useUser } from '@/shared/session';
import { useTimes } from '@/shared/time';
import { cx } from '@/shared/ui';
import styles from './Notices.module.css';
import type { StoredNotice } from './noticesApi';

const ICONS = {
  visit_requested: CalendarPlus,
  visit_confirmed: CalendarCheck,
  visit_declined: CircleSlash,
  visit_moved: CalendarClock,
  visit_cancelled: CalendarX,
  running_late: Clock,
  doctor_unavailable: UserX,
  visit_reminder: AlarmClock,
  review_received: Star,
  missed_call: PhoneMissed,
  new_message: MessageSquare,
  new_sign_in: LogIn,
  password_changed: KeyRound,
  data_read: Eye,
} satisfies Record<string, LucideIcon>;

type Known = keyof typeof ICONS;

function isKnown(kind: string): kind is Known {
  return Object.hasOwn(ICONS, kind);
}

/** Where a notice leads. */
function wayOf({ kind, appointmentId, from }: StoredNotice): string | null {
  switch (kind) {
    case 'missed_call':
      return '/calls';
    case 'new_message':
      return from === null ? '/messages' : `/messages/${from}`;
    case 'new_sign_in':
    case 'password_changed':
    case 'data_read':
      return '/me';
    default:
      return appointmentId === null ? null : `/visits/${appointmentId}`;
  }
}

/** One notice, which leads to what it tells of. */
export function NoticeRow({ notice, isNew }: { notice: StoredNotice; isNew: boolean }) {
  const t = useTranslations('notices');
  const times = useTimes();
  const { kind, at, appointmentId, from, name } = notice;
  const Icon = isKnown(kind) ? ICONS[kind] : Bell;
  const expired = kind === 'visit_declined' && from === null;
  const ofPerson = kind === 'missed_call' || kind === 'new_message' || kind === 'data_read';
  return (
    <Frame to={wayOf(notice)} isNew={isNew}>
      <Icon size={20} aria-hidden />
      <span className={styles.what}>
        <span className={styles.title}>{t(expired ? 'expired' : isKnown(kind) ? kind : 'unknown')}</span>
        {ofPerson ? (
          <span className={styles.about}>{name}</span>
        ) : (
          appointmentId !== null && (
            // Nobody cancelled a visit whose other account was erased: there is no name to say.
            <OfVisit id={appointmentId} named={kind !== 'visit_cancelled' || from !== null} />
          )
        )}
        <time className={styles.quiet} dateTime={at}>
          {times.dateTime(at)}
        </time>
      </span>
      {isNew && <span className={styles.new}>{t('new')}</span>}
    </Frame>
  );
}

function Frame({ to, isNew, children }: { to: string | null; isNew: boolean; children: ReactNode }) {
  const className = cx(styles.row, isNew && styles.unread);
  return to === null ? (
    <div className={className}>{children}</div>
  ) : (
    <Link className={className} to={to}>
      {children}
    </Link>
  );
}

/** With whom the visit is, and when. Its line has its height before it is there. */
function OfVisit({ id, named }: { id: string; named: boolean }) {
  const t = useTranslations('notices');
  const times = useTimes();
  const user = useUser();
  const { data: visit } = useQuery({ ...appointmentQuery(id), staleTime: 'static' });
  if (visit === undefined) {
    return <span className={styles.about} />;
  }
  const when = times.dateTime(visit.startsAt);
  const { name } = user.role === 'doctor' ? visit.patient : visit.doctor;
  return <span className={styles.about}>{named ? t('visit', { name, when }) : when}</span>;
}
