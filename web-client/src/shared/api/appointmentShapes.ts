import * as v from 'valibot';
import type { SchemaOf } from './shapes';

const text = v.string();
const optionalText = v.nullable(text);
const status = v.picklist(['pending', 'scheduled', 'completed', 'declined', 'cancelled', 'no_show']);

export const appointmentSchema = v.object({
  id: text,
  doctor: v.object({ id: text, name: text, specialization: optionalText, avatar: optionalText }),
  patient: v.object({ id: text, name: text, avatar: optionalText }),
  date: text,
  startTime: text,
  endTime: text,
  timeZone: text,
  startsAt: text,
  endsAt: text,
  mode: v.picklist(['video', 'chat']),
  reason: text,
  status,
  notes: optionalText,
  rating: v.nullable(v.number()),
  review: optionalText,
  history: v.array(
    v.object({ from: v.nullable(status), to: status, by: optionalText, at: text, reason: optionalText }),
  ),
  version: v.number(),
  // A node of the former release knows of no waiting room.
  waiting: v.optional(v.nullable(v.object({ since: text, present: v.boolean() })), null),
  noShowSuggestedAt: v.optional(optionalText, null),
  // A node of the former release says nothing of it.
  newPatient: v.optional(v.nullable(v.boolean()), null),
}) satisfies SchemaOf<'Appointment'>;

export type Appointment = v.InferOutput<typeof appointmentSchema>;
export type AppointmentStatus = Appointment['status'];
