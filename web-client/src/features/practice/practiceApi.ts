import { useMutation } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, appointmentSchema, type Day, daySchema, overrideSchema, type User } from '@/shared/api';
import type { components } from '@/shared/api/openapi';
import { useSession, useUser } from '@/shared/session';

const reply = v.object({
  schedule: v.array(daySchema),
  overrides: v.array(overrideSchema),
  noLongerFit: v.array(appointmentSchema),
});

export type Practice = v.InferOutput<typeof reply>;
export type Doctor = Extract<User, { role: 'doctor' }>;

/** A change of the practice. */
export type PracticeChange =
  | { week: Day[] }
  | { date: string; override: components['schemas']['OverrideRequest'] | null }
  | { profile: components['schemas']['UpdateDoctorRequest'] };

function send(change: PracticeChange): Promise<Practice> {
  if ('week' in change) {
    return api.put('/api/doctors/me/schedule', reply, { body: { schedule: change.week } });
  }
  if ('profile' in change) {
    return api.put('/api/doctors/me', reply, { body: change.profile });
  }
  const path = `/api/doctors/me/overrides/${change.date}`;
  return change.override === null ? api.delete(path, reply) : api.put(path, reply, { body: change.override });
}

/** The signed-in doctor; the pages of the practice are for nobody else. */
export function useDoctor(): Doctor {
  const user = useUser();
  if (user.role !== 'doctor') {
    throw new Error('this page is for doctors');
  }
  return user;
}

/** Changes the practice and what the rest of the app knows of it. */
export function usePracticeChange(onChanged: (practice: Practice) => void) {
  const doctor = useDoctor();
  const { signedIn } = useSession();
  return useMutation({
    mutationFn: send,
    onSuccess: (practice, change) => {
      const { schedule, overrides } = practice;
      const profile = 'profile' in change ? withoutNulls(change.profile) : {};
      signedIn({ ...doctor, ...profile, schedule, overrides });
      onChanged(practice);
    },
  });
}

function withoutNulls(profile: components['schemas']['UpdateDoctorRequest']): Partial<Doctor> {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== null));
}
