import { CalendarCheck, CircleCheck, CircleDashed, CircleSlash, CircleX, UserX, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppointmentStatus } from '../api';
import { useTranslations } from '../i18n';
import { cx } from './cx';
import styles from './Status.module.css';

export type Tone = 'neutral' | 'accent' | 'attention' | 'done' | 'harm';

/** A state: an icon, a word and a colour. */
export function Status({ tone, icon: Icon, children }: { tone: Tone; icon: LucideIcon; children: ReactNode }) {
  return (
    <span className={cx(styles.status, styles[tone])}>
      <Icon size={16} aria-hidden />
      {children}
    </span>
  );
}

const VISITS: Record<AppointmentStatus, { tone: Tone; icon: LucideIcon }> = {
  pending: { tone: 'attention', icon: CircleDashed },
  scheduled: { tone: 'accent', icon: CalendarCheck },
  completed: { tone: 'done', icon: CircleCheck },
  declined: { tone: 'neutral', icon: CircleSlash },
  cancelled: { tone: 'neutral', icon: CircleX },
  no_show: { tone: 'harm', icon: UserX },
};

/** The state of an appointment. */
export function AppointmentStatus({ status }: { status: AppointmentStatus }) {
  const t = useTranslations('appointmentStatus');
  return <Status {...VISITS[status]}>{t(status)}</Status>;
}
