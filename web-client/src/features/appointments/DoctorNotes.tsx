import { type SubmitEvent, useRef, useState } from 'react';
import { type Appointment, isProblem } from '@/shared/api';
import { useAppointmentChange } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, Card, ErrorSummary, type SummaryEntry, TextArea, useProblemEntries } from '@/shared/ui';
import { NewerNotes } from './NewerNotes';
import type { NotesForm } from './useNotesForm';
import styles from './Appointments.module.css';

const FIELD = 'visit-notes';

/**
 * The doctor's notes. What is typed stays until it is saved, also when the appointment changes meanwhile; newer notes, from
 * another tab or device, are never overwritten unseen.
 */
export function DoctorNotes({ appointment, form }: { appointment: Appointment; form: NotesForm }) {
  const t = useTranslations('appointments');
  const problemEntries = useProblemEntries();
  const { notify } = useNotices();
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const sent = useRef(form.values);
  const seen = { ...appointment, notes: form.seen.notes, version: form.version };
  const change = useAppointmentChange(seen, {
    restsOn: ({ notes }) => notes ?? '',
    onChanged: (saved) => {
      form.commit(sent.current, { notes: saved.notes ?? '' }, saved.version);
      setProblems([]);
      notify({ kind: 'done', text: t('notesDone') });
    },
  });
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    setProblems([]);
    sent.current = form.values;
    change.mutate(
      { action: 'notes', body: { notes: form.values.notes } },
      {
        onError: (error) => {
          if (!isProblem(error, 'precondition_failed')) {
            setProblems(
              problemEntries(error, (field) =>
                field === 'notes' ? { id: FIELD, label: t('doctorNotes') } : undefined,
              ),
            );
          }
        },
      },
    );
  };
  return (
    <Card stack>
      <h2>{t('doctorNotes')}</h2>
      <p className={styles.printed}>{form.values.notes}</p>
      <form className={styles.form} onSubmit={save} noValidate>
        <ErrorSummary entries={problems} />
        {form.conflicts.length > 0 && (
          <NewerNotes
            newer={form.stored.notes}
            mine={form.values.notes}
            onDecide={(notes) => {
              form.rebase({ notes });
              document.getElementById(FIELD)?.focus();
            }}
          />
        )}
        <TextArea
          id={FIELD}
          label={t('doctorNotes')}
          hint={t('notesHint', { name: appointment.patient.name })}
          rows={6}
          maxLength={8000}
          value={form.values.notes}
          onChange={(value) => form.set('notes', value)}
          error={problems.find(({ field }) => field === FIELD)?.text}
        />
        <div className={styles.apart}>
          <Button type="submit" busy={change.isPending}>
            {t('notesSave')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
