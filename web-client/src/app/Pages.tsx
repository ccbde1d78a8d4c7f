import { lazy, Suspense } from 'react';
import { Navigate, Route, Switch, useLocation, useScrollToTop } from '@/shared/router';
import { useSession } from '@/shared/session';
import { SkeletonList } from '@/shared/ui';
import { Crash } from './Crash';
import { LostSession } from './LostSession';
import { NotFoundPage } from './NotFoundPage';
import { Private } from './Private';

const BookedPage = lazy(() => import('@/features/visits/BookedPage'));
const CallLogPage = lazy(() => import('@/features/calls/CallLogPage'));
const DoctorPage = lazy(() => import('@/features/doctors/DoctorPage'));
const DoctorsPage = lazy(() => import('@/features/doctors/DoctorsPage'));
const LogInPage = lazy(() => import('@/features/account/LogInPage'));
const MePage = lazy(() => import('@/features/account/MePage'));
const MessagesPage = lazy(() => import('@/features/chat/MessagesPage'));
const PatientPage = lazy(() => import('@/features/practice/PatientPage'));
const PatientsPage = lazy(() => import('@/features/practice/PatientsPage'));
const ProfilePage = lazy(() => import('@/features/profile/ProfilePage'));
const SchedulePage = lazy(() => import('@/features/practice/SchedulePage'));
const SignUpPage = lazy(() => import('@/features/account/SignUpPage'));
const TodayPage = lazy(() => import('@/features/visits/TodayPage'));
const VisitsPage = lazy(() => import('@/features/visits/VisitsPage'));

/** Every address of the product. Pages load when they are first opened. */
export function Pages() {
  const { pathname } = useLocation();
  const { state } = useSession();
  useScrollToTop();
  return (
    <Crash resetKey={pathname}>
      <Suspense fallback={<SkeletonList />}>
        {state.status === 'lost' ? (
          <LostSession user={state.user} />
        ) : (
          <Switch>
            <Route path="/"><Start /></Route>
            <Route path="/login"><LogInPage /></Route>
            <Route path="/signup"><SignUpPage /></Route>
            <Route path="/doctors"><DoctorsPage /></Route>
            <Route path="/doctors/:id"><DoctorPage /></Route>
            <Route path="/doctors/:id/book"><Private only="patient"><DoctorPage /></Private></Route>
            <Route path="/today"><Private only="doctor"><TodayPage /></Private></Route>
            <Route path="/patients"><Private only="doctor"><PatientsPage /></Private></Route>
            <Route path="/patients/:id"><Private only="doctor"><PatientPage /></Private></Route>
            <Route path="/schedule"><Private only="doctor"><SchedulePage /></Private></Route>
            <Route path="/visits/:id?"><Private><VisitsPage /></Private></Route>
            <Route path="/visits/:id/booked"><Private only="patient"><BookedPage /></Private></Route>
            <Route path="/calls"><Private><CallLogPage /></Private></Route>
            <Route path="/messages/:userId?"><Private><MessagesPage /></Private></Route>
            <Route path="/me/profile"><Private><ProfilePage /></Private></Route>
            <Route path="/me"><Private><MePage /></Private></Route>
            <Route><NotFoundPage /></Route>
          </Switch>
        )}
      </Suspense>
    </Crash>
  );
}

function Start() {
  const { state } = useSession();
  if (state.status === 'checking') {
    return <SkeletonList />;
  }
  const doctor = state.status === 'signed-in' && state.user.role === 'doctor';
  return <Navigate to={doctor ? '/today' : '/doctors'} replace />;
}
