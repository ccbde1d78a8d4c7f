import { useMutation } from '@tanstack/react-query';
import * as v from 'valibot';
import {
  api,
  appointmentSchema,
  daySchema,
  doctorSchema,
  isProblem,
  overrideSchema,
  patientSchema,
  type User,
  userReplySchema,
} from '../api';
import type { components } from '../api/openapi';
import { same } from '../forms';
import { useSession } from '../session';

type Schemas = components['schemas'];
export type DoctorUser = Extract<User, { role: 'doctor' }>;
export type PatientUser = Extract<User, { role: 'patient' }>;

const practiceReply = v.object({
  version: v.number(),
  doctor: doctorSchema,
  schedule: v.array(daySchema),
  overrides: v.array(overrideSchema),
  noLongerFit: v.array(appointmentSchema),
});
const recordReply = v.object({ version: v.number(), patient: patientSchema });

type Practice = v.InferOutput<typeof practiceReply>;
type Saved = Practice | v.InferOutput<typeof recordReply>;

/** A change of what one keeps about oneself. */
export type OwnChange =
  | { path: '/api/doctors/me'; body: Schemas['UpdateDoctorRequest'] }
  | { path: '/api/doctors/me/schedule'; body: Schemas['ScheduleRequest'] }
  | { path: '/api/doctors/me/overrides'; body: Schemas['OverrideRangeRequest'] }
  | { path: `/api/doctors/me/overrides?${string}`; body: null }
  | { path: '/api/patients/me'; body: Schemas['UpdateRecordRequest'] };

/** What a change is based on: what the person saw, with its version, and how to find it in what is stored by now. */
export interface Basis<Me extends User> {
  seen: unknown;
  version: number;
  /** What the person wants it to be: it may be so already, by a try whose reply was lost. */
  wanted: unknown;
  read: (me: Me) => unknown;
}

function send({ path, body }: OwnChange, ifMatch: number): Promise<Saved> {
  if (path === '/api/patients/me') {
    return api.put(path, recordReply, { body, ifMatch });
  }
  return body === null ? api.delete(path, practiceReply, { ifMatch }) : api.put(path, practiceReply, { body, ifMatch });
}

/**
 * The one way to save one's own profile, record, week, dates and rules, and to show them everywhere. When something was
 * saved elsewhere meanwhile, the change goes on if what it is based on is still the same; else it is refused, and what is
 * stored now is shown.
 */
export function useProfileChange<Me extends User>(
  me: Me,
  onSaved: (outcome: { saved: Saved; me: Me & { version: number }; sent: unknown }) => void,
) {
  const { loggedIn } = useSession();
  return useMutation({
    mutationFn: async ({ basis, ...change }: OwnChange & { basis: Basis<Me> }): Promise<Saved> => {
      try {
        return await send(change, basis.version);
      } catch (error) {
        if (!isProblem(error, 'precondition_failed')) {
          throw error;
        }
        const newest = (await api.get('/api/auth/me', userReplySchema)).user as Me & { version: number };
        const stored = basis.read(newest);
        if (same(stored, basis.seen) || same(stored, basis.wanted)) {
          return await send(change, newest.version);
        }
        loggedIn(newest);
        throw error;
      }
    },
    onSuccess: (saved, change) => {
      const changed = after(me, change, saved);
      onSaved({ saved, me: changed as Me & { version: number }, sent: change.basis.wanted });
      loggedIn(changed);
    },
  });
}

/** The logged-in person as the change left them; what the reply says goes before what was sent. */
function after(me: User, { path, body }: OwnChange, saved: Saved): User {
  const { version } = saved;
  if (me.role === 'patient' && 'patient' in saved) {
    return { ...me, ...saved.patient, version };
  }
  if (me.role !== 'doctor' || !('schedule' in saved)) {
    return me;
  }
  const { doctor, schedule, overrides } = saved;
  const { name, specialization, experience, qualification, about, languages, timeZone, slotMinutes } = doctor;
  const sent = path === '/api/doctors/me' ? given(body) : {};
  return {
    ...me,
    ...sent,
    name,
    specialization,
    experience,
    qualification,
    about,
    languages,
    timeZone,
    slotMinutes,
    schedule,
    overrides,
    version,
  };
}

/** Members that were sent; an empty phone number stands for none. */
function given(body: Schemas['UpdateDoctorRequest']): Partial<DoctorUser> {
  const members = Object.entries(body).filter(([, value]) => value !== null);
  return Object.fromEntries(
    members.map(([name, value]) => [name, name === 'contactNumber' ? String(value).trim() || null : value]),
  );
}
