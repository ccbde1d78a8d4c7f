import {
  Bell,
  CalendarDays,
  Clock,
  Eye,
  LogIn,
  type LucideIcon,
  MessageSquare,
  MonitorSmartphone,
  Stethoscope,
  UserPlus,
  UserRound,
  UsersRound,
} from 'lucide-react';
import { type ComponentType, Suspense } from 'react';
import { cameFrom, NavLink, useLocation } from '@/shared/router';
import { useTranslations } from '@/shared/i18n';
import { useMessages } from '@/shared/messages';
import { useSession } from '@/shared/session';
import { lazyPart } from '@/shared/lazy';
import { Badge, Boundary } from '@/shared/ui';
import styles from './Shell.module.css';

const COUNTS: { [name: string]: ComponentType | undefined } = {
  today: lazyPart(() => import('./WaitingRequests')),
  notices: lazyPart(() => import('./UnreadNotices')),
};

interface Place {
  to: string;
  icon: LucideIcon;
  name:
    | 'doctors'
    | 'today'
    | 'calendar'
    | 'patients'
    | 'visits'
    | 'messages'
    | 'people'
    | 'audit'
    | 'system'
    | 'notices'
    | 'me'
    | 'logIn'
    | 'signUp';
}

const DOCTORS: Place = { to: '/doctors', icon: Stethoscope, name: 'doctors' };
const TODAY: Place = { to: '/today', icon: Clock, name: 'today' };
const CALENDAR: Place = { to: '/calendar', icon: CalendarDays, name: 'calendar' };
const PATIENTS: Place = { to: '/patients', icon: UsersRound, name: 'patients' };
const NOTICES: Place = { to: '/notices', icon: Bell, name: 'notices' };
const ME: Place = { to: '/me', icon: UserRound, name: 'me' };
const VISITS: Place = { to: '/visits', icon: CalendarDays, name: 'visits' };
const PATIENTS_AND_DOCTORS: Place[] = [{ to: '/messages', icon: MessageSquare, name: 'messages' }, NOTICES, ME];
const ADMIN: Place[] = [
  { to: '/people', icon: UsersRound, name: 'people' },
  { to: '/audit', icon: Eye, name: 'audit' },
  { to: '/system', icon: MonitorSmartphone, name: 'system' },
  NOTICES,
  ME,
];
const ANONYMOUS: Place[] = [
  DOCTORS,
  { to: '/login', icon: LogIn, name: 'logIn' },
  { to: '/signup', icon: UserPlus, name: 'signUp' },
];

/** The main places: a bar at the bottom of phones, a rail at the left of wide screens. */
export function Navigation() {
  const t = useTranslations('app');
  const { state } = useSession();
  const { unread } = useMessages();
  const known = state.status === 'logged-in' || state.status === 'lost';
  const doctor = known && state.user.role === 'doctor';
  const { pathname, search, state: handed } = useLocation();
  const entering = pathname === '/login' || pathname === '/signup';
  const from = entering ? cameFrom(handed) : pathname + search;
  const places = known
    ? state.user.role === 'admin'
      ? ADMIN
      : [...(doctor ? [TODAY, CALENDAR, PATIENTS] : [DOCTORS, VISITS]), ...PATIENTS_AND_DOCTORS]
    : state.status === 'checking' || state.status === 'unreachable'
      ? []
      : ANONYMOUS;
  return (
    <nav className={styles.nav} aria-label={t('navigation')}>
      <div className={styles.brand}>
        <img src="/icon.svg" alt="" width={28} height={28} />
        Health Connect
      </div>
      <ul className={styles.places}>
        {places.map(({ to, icon: Icon, name }) => {
          const Count = COUNTS[name];
          return (
            <li key={to}>
              <NavLink
                className={styles.place ?? ''}
                to={to}
                // The way back to the person's previous page, with the time that they had chosen.
                {...(name === 'logIn' || name === 'signUp' ? { state: { from } } : {})}
              >
                <Icon size={22} aria-hidden />
                {t(name)}
                {Count !== undefined && state.status === 'logged-in' && (
                  <span className={styles.badge}>
                    <Boundary>
                      <Suspense>
                        <Count />
                      </Suspense>
                    </Boundary>
                  </span>
                )}
                {name === 'messages' && (
                  <span className={styles.badge}>
                    <Badge count={unread} label={t('unread', { count: unread })} />
                  </span>
                )}
              </NavLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
