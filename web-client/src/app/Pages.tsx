import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { useSession } from '@/shared/session';
import { SkeletonList } from '@/shared/ui';
import { Crash } from './Crash';
import { NotFoundPage } from './NotFoundPage';
import { Private } from './Private';

const DoctorsPage = lazy(() => import('@/features/doctors/DoctorsPage'));
const LogInPage = lazy(() => import('@/features/account/LogInPage'));
const MePage = lazy(() => import('@/features/account/MePage'));
const SignUpPage = lazy(() => import('@/features/account/SignUpPage'));

/** Every address of the product. Pages load when they are first opened. */
export function Pages() {
  const { pathname } = useLocation();
  return (
    <Crash resetKey={pathname}>
      <Suspense fallback={<SkeletonList />}>
        <Routes>
          <Route path="/" element={<Start />} />
          <Route path="/login" element={<LogInPage />} />
          <Route path="/signup" element={<SignUpPage />} />
          <Route path="/doctors" element={<DoctorsPage />} />
          <Route path="/me" element={<Private><MePage /></Private>} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
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
  return <Navigate to={doctor ? '/visits' : '/doctors'} replace />;
}
