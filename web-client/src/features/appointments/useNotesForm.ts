import type { Appointment } from '@/shared/api';
import { type Form, useForm } from '@/shared/forms';

export type NotesForm = Form<{ notes: string }>;

/** Spaces at the ends are not stored, and so are nothing to lose. */
function differs(values: { notes: string }, base: { notes: string }): boolean {
  return values.notes.trim() !== base.notes;
}

/** The doctor's notes on an appointment, as they are typed; saved by themselves, or when the appointment is completed. */
export function useNotesForm(appointment: Appointment): NotesForm {
  return useForm(
    `notes ${appointment.id}`,
    { notes: appointment.notes ?? '' },
    { version: appointment.version, guarded: differs },
  );
}
