import { Suspense } from 'react';
import Landing from '@/features/landing/LandingPage';
import type { Role } from '@/shared/api';
import type { Language } from '@/shared/i18n';
import { type LazyPage, lazyPage, lazyPart, PageFallback } from '@/shared/lazy';
import { Navigate, Route, Switch, useLocation, useMatcher, useScrollToTop } from '@/shared/router';
import { useSession } from '@/shared/session';
import { Crash } from './Crash';
import { Private } from './Private';

const AdministrationPages = lazyPage('administration', () => import('@/features/administration/AdministrationPages'));
const BookedPage = lazyPage('appointments', () => import('@/features/appointments/BookedPage'));
const CalendarPage = lazyPage('practice', () => import('@/features/practice/calendar/CalendarPage'));
const RecentCallsPage = lazyPage('calls', () => import('@/features/calls/RecentCallsPage'));
const CheckPage = lazyPage('calls', () => import('@/features/calls/check/CheckPage'));
const WaitingPage = lazyPage('calls', () => import('@/features/calls/waiting/WaitingPage'));
const DoctorsPage = lazyPage('doctors', () => import('@/features/doctors/DoctorsPage'));
const DoctorPage = lazyPage('doctors', () => import('@/features/doctors/DoctorPage'));
// The page that most people open first is in the first file.
const LandingPage = lazyPage('landing', () => Promise.resolve({ default: Landing }));
const HomePage = lazyPage('appointments', () => import('@/features/appointments/HomePage'));
const ForgotPage = lazyPage('account', () => import('@/features/account/ForgotPage'));
const LogInPage = lazyPage('account', () => import('@/features/account/LogInPage'));
const MePage = lazyPage('account', () => import('@/features/account/MePage'));
const MessagesPage = lazyPage('chat', () => import('@/features/chat/MessagesPage'));
const NoticesPage = lazyPage('notices', () => import('@/features/notices/NoticesPage'));
const NoticeSettingsPage = lazyPage('notices', () => import('@/features/notices/SettingsPage'));
const UnsubscribePage = lazyPage('notices', () => import('@/features/notices/UnsubscribePage'));
const PatientPage = lazyPage('practice', () => import('@/features/practice/PatientPage'));
const PatientsPage = lazyPage('practice', () => import('@/features/practice/PatientsPage'));
const ProfilePage = lazyPage('profile', () => import('@/features/profile/ProfilePage'));
const ResetPage = lazyPage('account', () => import('@/features/account/ResetPage'));
const SchedulePage = lazyPage('practice', () => import('@/features/practice/SchedulePage'));
const SignUpPage = lazyPage('account', () => import('@/features/account/SignUpPage'));
const TodayPage = lazyPage('appointments', () => import('@/features/appointments/TodayPage'));
const AppointmentsPage = lazyPage('appointments', () => import('@/features/appointments/AppointmentsPage'));
const WorkspacePage = lazyPage('appointments', () => import('./WorkspacePage'));
const VerifyPage = lazyPage('account', () => import('@/features/account/VerifyPage'));
const LostSession = lazyPart(() => import('./LostSession'));
const NotFoundPage = lazyPart(() => import('./NotFoundPage'));

interface Place {
  path: string | RegExp;
  page: LazyPage;
  /** Who may be there: everybody, unless said otherwise. */
  only?: Role | 'logged-in';
}

/** Every address of the product, except for the start page, which leads to one of these. */
const PLACES: readonly Place[] = [
  { path: '/login', page: LogInPage },
  { path: '/signup', page: SignUpPage },
  { path: '/forgot', page: ForgotPage },
  { path: '/reset', page: ResetPage },
  { path: '/verify', page: VerifyPage },
  { path: '/doctors', page: DoctorsPage },
  { path: '/doctors/:id', page: DoctorPage },
  { path: '/doctors/:id/book', page: DoctorPage, only: 'patient' },
  { path: '/home', page: HomePage, only: 'patient' },
  { path: '/today', page: TodayPage, only: 'doctor' },
  { path: '/calendar', page: CalendarPage, only: 'doctor' },
  { path: '/patients', page: PatientsPage, only: 'doctor' },
  { path: '/patients/:id', page: PatientPage, only: 'doctor' },
  { path: '/schedule', page: SchedulePage, only: 'doctor' },
  { path: '/visits/:id?', page: AppointmentsPage, only: 'logged-in' },
  { path: '/visits/:id/booked', page: BookedPage, only: 'patient' },
  { path: '/visits/:id/waiting', page: WaitingPage, only: 'patient' },
  { path: '/visits/:id/workspace', page: WorkspacePage, only: 'doctor' },
  { path: '/calls', page: RecentCallsPage, only: 'logged-in' },
  { path: '/check', page: CheckPage, only: 'logged-in' },
  { path: '/messages/:userId?', page: MessagesPage, only: 'logged-in' },
  { path: '/notices', page: NoticesPage, only: 'logged-in' },
  { path: '/notices/settings', page: NoticeSettingsPage, only: 'logged-in' },
  { path: '/unsubscribe/:token', page: UnsubscribePage },
  { path: /^\/(?:people(?:\/[^/]+)?|audit|system)\/?$/, page: AdministrationPages, only: 'admin' },
  { path: '/me/profile', page: ProfilePage, only: 'logged-in' },
  { path: '/me', page: MePage, only: 'logged-in' },
];

/** Pages load when they are first opened. */
export function Pages() {
  const { pathname } = useLocation();
  const { state } = useSession();
  useScrollToTop();
  return (
    <Crash resetKey={pathname}>
      <Suspense fallback={<PageFallback />}>
        {state.status === 'lost' ? (
          <LostSession user={state.user} />
        ) : (
          <Switch>
            <Route path="/">
              <Start />
            </Route>
            {/* An address that people know from elsewhere. */}
            <Route path="/account">
              <Navigate to="/me" replace />
            </Route>
            {PLACES.map(({ path, page: Page, only }) => (
              <Route key={String(path)} path={path}>
                {only === undefined ? (
                  <Page />
                ) : (
                  <Private {...(only !== 'logged-in' && { only })}>
                    <Page />
                  </Private>
                )}
              </Route>
            ))}
            <Route>
              <NotFoundPage />
            </Route>
          </Switch>
        )}
      </Suspense>
    </Crash>
  );
}

/** Begins to load the page that was opened first, in a language, while the words that every page needs are on their way. */
export function useFirstPage(): (language: Language) => void {
  const matches = useMatcher();
  return (language) => {
    const { pathname } = window.location;
    if (pathname === '/') {
      LandingPage.begin(language);
    }
    const place = PLACES.find(({ path }) => matches(path, pathname));
    // Who opens it is not known yet, and the pages of admins are for nobody else.
    if (place?.only !== 'admin') {
      place?.page.begin(language);
    }
  };
}

const STARTS: Record<Role, string> = { admin: '/people', doctor: '/today', patient: '/home' };

function Start() {
  const { state } = useSession();
  if (state.status === 'checking' || state.status === 'unreachable') {
    return <Private>{null}</Private>;
  }
  return state.status === 'logged-in' ? <Navigate to={STARTS[state.user.role]} replace /> : <LandingPage />;
}
