import { Check, CloudOff, PenLine } from 'lucide-react';
import { type SubmitEvent } from 'react';
import type { Appointment } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useTimes } from '@/shared/time';
import { Button, Card, ErrorSummary, TextArea, useProblemEntries } from '@/shared/ui';
import { NewerNotes } from './NewerNotes';
import { NoteTemplates } from './NoteTemplates';
import type { NotesForm } from './useNotesForm';
import { NOTES_FIELD, type NotesSaver } from './useNotesSaver';
import styles from './Appointments.module.css';

/**
 * The doctor's notes. What is typed stays until it is saved, also when the appointment changes meanwhile; newer notes, from
 * another tab or device, are never overwritten unseen.
 */
export function DoctorNotes({
  appointment,
  form,
  saver,
  rows = 6,
  heading = true,
}: {
  appointment: Appointment;
  form: NotesForm;
  saver: NotesSaver;
  rows?: number;
  /** Whether a heading stands above; it says the same as the name of the field. */
  heading?: boolean;
}) {
  const t = useTranslations('appointments');
  const problemEntries = useProblemEntries();
  const { notify } = useNotices();
  const problems =
    saver.state === 'refused' && saver.problem !== null
      ? problemEntries(saver.problem, (field) =>
          field === 'notes' ? { id: NOTES_FIELD, label: t('doctorNotes') } : undefined,
        )
      : [];
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    saver.save(() => notify({ kind: 'done', text: t('notesDone') }));
  };
  const decide = (notes: string) => {
    form.rebase({ notes });
    document.getElementById(NOTES_FIELD)?.focus();
  };
  const insert = (template: string) => {
    form.set('notes', [form.values.notes.trimEnd(), template].filter((part) => part !== '').join('\n\n'));
    document.getElementById(NOTES_FIELD)?.focus();
  };
  /** Without the spaces at the ends, that are not stored, the notes are as they are stored. */
  const left = () => {
    if (saver.state === 'stored' && form.values.notes !== form.stored.notes) {
      form.discard();
    }
  };
  return (
    <Card stack>
      {heading && <h2>{t('doctorNotes')}</h2>}
      <p className={styles.printed}>{form.values.notes}</p>
      <form className={styles.form} onSubmit={save} noValidate>
        <ErrorSummary entries={problems} />
        {saver.state === 'superseded' && (
          <NewerNotes newer={form.stored.notes} mine={form.values.notes} onDecide={decide} />
        )}
        <TextArea
          id={NOTES_FIELD}
          label={t('doctorNotes')}
          hint={t(saver.byItself ? 'notesHint' : 'notesHintCompleted', { name: appointment.patient.name })}
          rows={rows}
          maxLength={8000}
          value={form.values.notes}
          onChange={(value) => form.set('notes', value)}
          onBlur={left}
          error={problems.find(({ field }) => field === NOTES_FIELD)?.text}
        />
        <Saved saver={saver} />
        <div className={styles.apart}>
          <Button type="submit" busy={saver.state === 'saving'}>
            {t('notesSave')}
          </Button>
          <NoteTemplates onChoose={insert} />
        </div>
      </form>
    </Card>
  );
}

/** Whether the notes are safe, in words. Only what goes wrong, and that it is over, is read out. */
function Saved({ saver: { state, savedAt, byItself } }: { saver: NotesSaver }) {
  const t = useTranslations('appointments');
  const times = useTimes();
  const failing = state === 'failing';
  return (
    <>
      <p role="status" className={styles.failing}>
        {failing && (
          <>
            <CloudOff size={16} aria-hidden />
            {t('notesFailing')}
          </>
        )}
      </p>
      <p className={styles.saved}>
        {state === 'stored' && savedAt !== null && (
          <>
            <Check size={16} aria-hidden />
            {t('notesSavedAt', { time: times.time(new Date(savedAt).toISOString()) })}
          </>
        )}
        {(state === 'typed' || state === 'saving') && (
          <>
            <PenLine size={16} aria-hidden />
            {t(state === 'saving' ? 'notesSaving' : byItself ? 'notesTyped' : 'notesUnsaved')}
          </>
        )}
      </p>
    </>
  );
}
