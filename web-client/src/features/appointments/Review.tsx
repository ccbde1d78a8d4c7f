import { type SubmitEvent, useState } from 'react';
import type { Appointment } from '@/shared/api';
import { useAppointmentChange } from '@/shared/appointments';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import {
  Button,
  Card,
  ErrorSummary,
  RadioGroup,
  Stars,
  type SummaryEntry,
  TextArea,
  useProblemEntries,
} from '@/shared/ui';
import styles from './Appointments.module.css';

const RATINGS = ['1', '2', '3', '4', '5'] as const;
type Rating = (typeof RATINGS)[number];

/** The patient's review of a completed appointment: written once. */
export function Review({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  if (appointment.rating !== null) {
    return (
      <Card stack>
        <h2>{t('yourReview')}</h2>
        <Stars rating={appointment.rating} />
        {appointment.review !== null && appointment.review !== '' && (
          <p className={styles.text}>{appointment.review}</p>
        )}
      </Card>
    );
  }
  return <ReviewForm appointment={appointment} />;
}

function ReviewForm({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const problemEntries = useProblemEntries();
  const { notify } = useNotices();
  const form = useForm<{ rating: Rating | ''; review: string }>(`review ${appointment.id}`, { rating: '', review: '' });
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const change = useAppointmentChange(appointment, {
    onChanged: () => {
      form.discard();
      notify({ kind: 'done', text: t('reviewThanks') });
    },
  });
  const { rating, review } = form.values;

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (rating === '') {
      setProblems([{ field: 'review-rating', text: t('ratingMissing') }]);
      return;
    }
    change.mutate(
      { action: 'review', body: { rating: Number(rating), review: review.trim() || null } },
      {
        onError: (error) =>
          setProblems(
            problemEntries(error, (field) => (field === 'review' ? { id: 'review-text', label: t(field) } : undefined)),
          ),
      },
    );
  };
  return (
    <Card stack>
      <h2>{t('reviewTitle')}</h2>
      <form className={styles.form} onSubmit={send} noValidate>
        <ErrorSummary entries={problems} />
        <RadioGroup
          id="review-rating"
          label={t('rating')}
          row
          value={rating}
          onChange={(value) => form.set('rating', value)}
          options={RATINGS.map((value) => ({ value, label: <Stars rating={Number(value)} /> }))}
          error={problems.find(({ field }) => field === 'review-rating')?.text}
        />
        <TextArea
          id="review-text"
          optional
          label={t('review')}
          hint={t('reviewHint')}
          maxLength={2000}
          value={review}
          onChange={(value) => form.set('review', value)}
          error={problems.find(({ field }) => field === 'review-text')?.text}
        />
        <Button type="submit" look="primary" busy={change.isPending}>
          {t('sendReview')}
        </Button>
      </form>
    </Card>
  );
}
