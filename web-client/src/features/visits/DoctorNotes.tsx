import { type SubmitEvent, useState } from 'react';
import type { Appointment } from '@/shared/api';
import { useAppointmentChange } from '@/shared/appointments';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, Card, ErrorSummary, type SummaryEntry, TextArea, useProblemText } from '@/shared/ui';
import styles from './Visits.module.css';

/** The doctor's notes. What is typed stays until it is saved, also when the visit changes meanwhile. */
export function DoctorNotes({ visit }: { visit: Appointment }) {
  const t = useTranslations('visits');
  const text = useProblemText();
  const { notify } = useNotices();
  const form = useForm(`notes ${visit.id}`, { notes: visit.notes ?? '' });
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const change = useAppointmentChange(visit, () => {
    form.forget();
    setProblems([]);
    notify({ kind: 'done', text: t('notesDone') });
  });
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    change.mutate(
      { action: 'notes', body: { notes: form.values.notes } },
      { onError: (error) => setProblems([{ field: 'visit-notes', text: text(error) }]) },
    );
  };
  return (
    <Card stack>
      <h2>{t('doctorNotes')}</h2>
      <form className={styles.form} onSubmit={save} noValidate>
        <ErrorSummary entries={problems} />
        <TextArea
          id="visit-notes"
          label={t('doctorNotes')}
          hint={t('notesHint', { name: visit.patient.name })}
          required
          rows={6}
          maxLength={8000}
          value={form.values.notes}
          onChange={(value) => form.set('notes', value)}
          error={problems[0]?.text}
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
