import { useQuery } from '@tanstack/react-query';
import {
  Bell,
  CalendarCheck,
  CalendarClock,
  CalendarPlus,
  CalendarX,
  CircleSlash,
  Clock,
  type LucideIcon,
  Star,
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
  review_received: Star,
} satisfies Record<string, LucideIcon>;

type Known = keyof typeof ICONS;

function isKnown(kind: string): kind is Known {
  return Object.hasOwn(ICONS, kind);
}

/** One notice, which leads to what it tells of. */
export function NoticeRow({ notice, isNew }: { notice: StoredNotice; isNew: boolean }) {
  const t = useTranslations('notices');
  const times = useTimes();
  const { kind, at, appointmentId, from } = notice;
  const Icon = isKnown(kind) ? ICONS[kind] : Bell;
  const expired = kind === 'visit_declined' && from === null;
  return (
    <Frame visit={appointmentId} isNew={isNew}>
      <Icon size={20} aria-hidden />
      <span className={styles.what}>
        <span className={styles.title}>{t(expired ? 'expired' : isKnown(kind) ? kind : 'unknown')}</span>
        {appointmentId !== null && <OfVisit id={appointmentId} />}
        <time className={styles.quiet} dateTime={at}>
          {times.dateTime(at)}
        </time>
      </span>
      {isNew && <span className={styles.new}>{t('new')}</span>}
    </Frame>
  );
}

function Frame({ visit, isNew, children }: { visit: string | null; isNew: boolean; children: ReactNode }) {
  const className = cx(styles.row, isNew && styles.unread);
  return visit === null ? (
    <div className={className}>{children}</div>
  ) : (
    <Link className={className} to={`/visits/${visit}`}>
      {children}
    </Link>
  );
}

/** With whom the visit is, and when. Its line has its height before it is there. */
function OfVisit({ id }: { id: string }) {
  const t = useTranslations('notices');
  const times = useTimes();
  const user = useUser();
  const { data: visit } = useQuery({ ...appointmentQuery(id), staleTime: 'static' });
  const other = user.role === 'doctor' ? visit?.patient : visit?.doctor;
  return (
    <span className={styles.visit}>
      {visit && other && t('visit', { name: other.name, when: times.dateTime(visit.startsAt) })}
    </span>
  );
}
