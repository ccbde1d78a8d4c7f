import {
  Bell,
  CalendarDays,
  Clock,
  Eye,
  House,
  LogIn,
  type LucideIcon,
  MessageSquare,
  MonitorSmartphone,
  Stethoscope,
  UserPlus,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { Role } from '@/shared/api';
import { cameFrom, Link, NavLink, useLocation } from '@/shared/router';
import { useTranslations } from '@/shared/i18n';
import { useMessages } from '@/shared/messages';
import { useSession } from '@/shared/session';
import { Apart, lazyPart } from '@/shared/lazy';
import { Badge, VisuallyHidden } from '@/shared/ui';
import styles from './Shell.module.css';

const WaitingRequests = lazyPart(() => import('./WaitingRequests'));
const UnreadNotices = lazyPart(() => import('./UnreadNotices'));

interface Place {
  to: string;
  icon: LucideIcon;
  name:
    | 'home'
    | 'doctors'
    | 'today'
    | 'calendar'
    | 'patients'
    | 'messages'
    | 'people'
    | 'audit'
    | 'system'
    | 'me'
    | 'logIn'
    | 'signUp';
  /** Other addresses that belong to the place. */
  also?: RegExp;
}

/** Appointments belong to the start page, which lists them. */
const APPOINTMENTS = /^\/visits(?:\/|$)/;

const DOCTORS: Place = { to: '/doctors', icon: Stethoscope, name: 'doctors' };
const MESSAGES: Place = { to: '/messages', icon: MessageSquare, name: 'messages' };
const ME: Place = { to: '/me', icon: UserRound, name: 'me' };
const PLACES: Record<Role, Place[]> = {
  patient: [{ to: '/home', icon: House, name: 'home', also: APPOINTMENTS }, DOCTORS, MESSAGES, ME],
  doctor: [
    { to: '/today', icon: Clock, name: 'today', also: APPOINTMENTS },
    { to: '/calendar', icon: CalendarDays, name: 'calendar' },
    { to: '/patients', icon: UsersRound, name: 'patients' },
    MESSAGES,
    ME,
  ],
  admin: [
    { to: '/people', icon: UsersRound, name: 'people' },
    { to: '/audit', icon: Eye, name: 'audit' },
    { to: '/system', icon: MonitorSmartphone, name: 'system' },
    ME,
  ],
};
const ANONYMOUS: Place[] = [
  DOCTORS,
  { to: '/login', icon: LogIn, name: 'logIn' },
  { to: '/signup', icon: UserPlus, name: 'signUp' },
];

/** The product's name and the bell above, the main places in a bar at the bottom of phones; all of it in a rail on wide screens. */
export function Navigation() {
  const t = useTranslations('app');
  const { state } = useSession();
  const { unread } = useMessages();
  const known = state.status === 'logged-in' || state.status === 'lost';
  const { pathname, search, state: handed } = useLocation();
  const entering = pathname === '/login' || pathname === '/signup';
  const from = entering ? cameFrom(handed) : pathname + search;
  const places = known
    ? PLACES[state.user.role]
    : state.status === 'checking' || state.status === 'unreachable'
      ? []
      : ANONYMOUS;
  return (
    <nav className={styles.nav} aria-label={t('navigation')}>
      <div className={styles.top}>
        <Link className={styles.brand} to="/">
          <img src="/icon.svg" alt="" width={28} height={28} />
          Health Connect
        </Link>
        {known && (
          <NavLink className={styles.bell} to="/notices" title={t('notices')}>
            <Bell size={22} aria-hidden />
            <VisuallyHidden>{t('notices')}</VisuallyHidden>
            {state.status === 'logged-in' && <Count of={UnreadNotices} />}
          </NavLink>
        )}
      </div>
      <ul className={styles.places}>
        {places.map(({ to, icon: Icon, name, also }) => (
          <li key={to}>
            <NavLink
              className={styles.place}
              to={to}
              also={also}
              // The way back to the person's previous page, with the time that they had chosen.
              {...(name === 'logIn' || name === 'signUp' ? { state: { from } } : {})}
            >
              <Icon size={22} aria-hidden />
              {t(name)}
              {name === 'today' && state.status === 'logged-in' && <Count of={WaitingRequests} />}
              {name === 'messages' && (
                <span className={styles.badge}>
                  <Badge count={unread} label={t('unread', { count: unread })} />
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Count({ of: Number }: { of: ComponentType }) {
  return (
    <span className={styles.badge}>
      <Apart>
        <Number />
      </Apart>
    </span>
  );
}
