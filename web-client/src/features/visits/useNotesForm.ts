import type { Appointment } from '@/shared/api';
import { type Form, useForm } from '@/shared/forms';

export type NotesForm = Form<{ notes: string }>;

/** The doctor's notes on a visit, as they are typed; saved by themselves, or when the visit is completed. */
export function useNotesForm(visit: Appointment): NotesForm {
  return useForm(`notes ${visit.id}`, { notes: visit.notes ?? '' }, { version: visit.version });
}
