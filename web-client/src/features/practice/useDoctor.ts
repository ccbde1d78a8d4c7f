import type { DoctorUser } from '@/shared/profile';
import { useUser } from '@/shared/session';

/** The logged-in doctor; the pages of the practice are for nobody else. */
export function useDoctor(): DoctorUser {
  const user = useUser();
  if (user.role !== 'doctor') {
    throw new Error('this page is for doctors');
  }
  return user;
}
