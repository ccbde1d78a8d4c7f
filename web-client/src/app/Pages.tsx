import { Suspense } from 'react';
import type { Role } from '@/shared/api';
import { lazyPage, PageFallback } from '@/shared/lazy';
import { Navigate, Route, Switch, useLocation, useScrollToTop } from '@/shared/router';
import { useSession } from '@/shared/session';
import { Crash } from './Crash';
import { LostSession } from './LostSession';
import { NotFoundPage } from './NotFoundPage';
import { Private } from './Private';

const AdministrationPages = lazyPage('administration', () => import('@/features/administration/AdministrationPages'));
const BookedPage = lazyPage('appointments', () => import('@/features/appointments/BookedPage'));
const RecentCallsPage = lazyPage('calls', () => import('@/features/calls/RecentCallsPage'));
const DoctorPage = lazyPage('doctors', () => import('@/features/doctors/DoctorPage'));
const DoctorsPage = lazyPage('doctors', () => import('@/features/doctors/DoctorsPage'));
const LogInPage = lazyPage('account', () => import('@/features/account/LogInPage'));
const MePage = lazyPage('account', () => import('@/features/account/MePage'));
const MessagesPage = lazyPage('chat', () => import('@/features/chat/MessagesPage'));
const PatientPage = lazyPage('practice', () => import('@/features/practice/PatientPage'));
const PatientsPage = lazyPage('practice', () => import('@/features/practice/PatientsPage'));
const ProfilePage = lazyPage('profile', () => import('@/features/profile/ProfilePage'));
const ResetPage = lazyPage('account', () => import('@/features/account/ResetPage'));
const SchedulePage = lazyPage('practice', () => import('@/features/practice/SchedulePage'));
const SignUpPage = lazyPage('account', () => import('@/features/account/SignUpPage'));
const TodayPage = lazyPage('appointments', () => import('@/features/appointments/TodayPage'));
const AppointmentsPage = lazyPage('appointments', () => import('@/features/appointments/AppointmentsPage'));

/** Every address of the product. Pages load when they are first opened. */
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
            <Route path="/login">
              <LogInPage />
            </Route>
            <Route path="/signup">
              <SignUpPage />
            </Route>
            <Route path="/reset">
              <ResetPage />
            </Route>
            <Route path="/doctors">
              <DoctorsPage />
            </Route>
            <Route path="/doctors/:id">
              <DoctorPage />
            </Route>
            <Route path="/doctors/:id/book">
              <Private only="patient">
                <DoctorPage />
              </Private>
            </Route>
            <Route path="/today">
              <Private only="doctor">
                <TodayPage />
              </Private>
            </Route>
            <Route path="/patients">
              <Private only="doctor">
                <PatientsPage />
              </Private>
            </Route>
            <Route path="/patients/:id">
              <Private only="doctor">
                <PatientPage />
              </Private>
            </Route>
            <Route path="/schedule">
              <Private only="doctor">
                <SchedulePage />
              </Private>
            </Route>
            <Route path="/visits/:id?">
              <Private>
                <AppointmentsPage />
              </Private>
            </Route>
            <Route path="/visits/:id/booked">
              <Private only="patient">
                <BookedPage />
              </Private>
            </Route>
            <Route path="/calls">
              <Private>
                <RecentCallsPage />
              </Private>
            </Route>
            <Route path="/messages/:userId?">
              <Private>
                <MessagesPage />
              </Private>
            </Route>
            <Route path={/^\/(?:people(?:\/[^/]+)?|audit|system)\/?$/}>
              <Private only="admin">
                <AdministrationPages />
              </Private>
            </Route>
            <Route path="/me/profile">
              <Private>
                <ProfilePage />
              </Private>
            </Route>
            <Route path="/me">
              <Private>
                <MePage />
              </Private>
            </Route>
            <Route>
              <NotFoundPage />
            </Route>
          </Switch>
        )}
      </Suspense>
    </Crash>
  );
}

const STARTS: Record<Role, string> = { admin: '/people', doctor: '/today', patient: '/doctors' };

function Start() {
  const { state } = useSession();
  if (state.status === 'checking' || state.status === 'unreachable') {
    return <Private>{null}</Private>;
  }
  const role = state.status === 'logged-in' ? state.user.role : 'patient';
  return <Navigate to={STARTS[role]} replace />;
}
