import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from '@/shared/router';
import { type Doctor, isProblem, type Slot } from '@/shared/api';
import { bookAppointment, useRememberAppointment } from '@/shared/appointments';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { randomId } from '@/shared/random';
import { useSession } from '@/shared/session';
import { slotAtQuery } from '@/shared/slots';
import { useTimes, VisitTime } from '@/shared/time';
import { Button, ButtonLink, ErrorSummary, RadioGroup, type SummaryEntry, TextArea, useProblemEntries } from '@/shared/ui';
import styles from './Doctors.module.css';

const MAX_REASON = 500;
const NOTHING: SummaryEntry[] = [];

/** Books the time `at`. What was entered stays when the time was taken, and on the way through the log-in. */
export function BookingForm({ doctor, at, onChoose }: { doctor: Doctor; at: string; onChoose: (slot: Slot | null) => void }) {
  const t = useTranslations('doctors');
  const problemEntries = useProblemEntries();
  const times = useTimes();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const remember = useRememberAppointment();
  const { state, user } = useSession();
  const form = useForm<{ mode: 'video' | 'chat'; reason: string }>(`booking ${doctor.id}`, { mode: 'video', reason: '' });
  const [problems, setProblems] = useState(NOTHING);
  const [alternatives, setAlternatives] = useState<Slot[] | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const key = useRef({ of: '', value: '' });
  const slot = useQuery(slotAtQuery(doctor.id, doctor.timeZone, at));
  const { mode, reason } = form.values;

  useEffect(() => {
    // In braces: newer browsers answer with a promise, which an effect must not.
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const book = useMutation({
    mutationFn: (wanted: Slot) => {
      const body = { doctorId: doctor.id, date: wanted.date, startTime: wanted.startTime, mode, reason: reason.trim() || null };
      const of = JSON.stringify(body);
      if (key.current.of !== of) {
        key.current = { of, value: randomId() };
      }
      return bookAppointment(body, key.current.value);
    },
    onSuccess: (appointment) => {
      form.forget();
      remember(appointment);
      navigate(`/visits/${appointment.id}/booked`, { replace: true });
    },
    onError: (error) => {
      if (isProblem(error, 'slot_taken', 'outside_schedule', 'in_the_past', 'nonexistent_local_time')) {
        void queries.invalidateQueries({ queryKey: ['slots', doctor.id] });
      }
      if (isProblem(error, 'slot_taken')) {
        setProblems(NOTHING);
        setAlternatives(error.nextFree);
      } else {
        setProblems(problemEntries(error, (field) => (field === 'reason' ? { id: 'booking-reason', label: t('reason') } : undefined)));
      }
    },
  });

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setAlternatives(null);
    if (reason.length > MAX_REASON) {
      setProblems([{ field: 'booking-reason', text: t('reasonLong', { max: MAX_REASON }) }]);
      return;
    }
    setProblems(NOTHING);
    // A try whose reply was lost may be what took the time: the same try again finds out.
    const wanted = slot.data ?? (book.variables?.startsAt === at ? book.variables : slot.data);
    if (wanted === null) {
      setAlternatives([]);
    } else if (wanted !== undefined) {
      book.mutate(wanted);
    }
  };
  const choose = (other: Slot) => {
    setAlternatives(null);
    onChoose(other);
    heading.current?.focus();
  };

  return (
    <form className={styles.booking} onSubmit={send} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {t('bookTitle')}
      </h2>
      <div>
        <p className={styles.when} aria-live="polite">
          <VisitTime startsAt={at} zone={doctor.timeZone} />
        </p>
        <p className={styles.quiet}>{t('minutes', { count: doctor.slotMinutes })}</p>
      </div>
      <ErrorSummary entries={problems} />
      {alternatives !== null && (
        <div className={styles.taken} role="alert">
          <p>{t(alternatives.length > 0 ? 'taken' : 'takenNone')}</p>
          {alternatives.map((other) => (
            <Button key={other.startsAt} wide onClick={() => choose(other)}>
              {times.dateTime(other.startsAt)}
            </Button>
          ))}
        </div>
      )}
      <RadioGroup
        label={t('mode')}
        value={mode}
        onChange={(chosen) => form.set('mode', chosen)}
        options={[
          { value: 'video', label: t('video'), hint: t('videoHint') },
          { value: 'chat', label: t('chat'), hint: t('chatHint') },
        ]}
      />
      <TextArea
        id="booking-reason"
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        onChange={(value) => form.set('reason', value)}
        error={problems.find(({ field }) => field === 'booking-reason')?.text}
      />
      {user === null && state.status !== 'checking' ? (
        <>
          <p className={styles.quiet}>{t('logInHint')}</p>
          <ButtonLink look="primary" wide to={`/doctors/${doctor.id}/book?at=${encodeURIComponent(at)}`}>
            {t('logInToBook')}
          </ButtonLink>
        </>
      ) : user === null || user.role === 'patient' ? (
        <Button type="submit" look="primary" wide busy={user === null || book.isPending || slot.isPending}>
          {t(book.isPending ? 'booking' : 'book')}
        </Button>
      ) : (
        <p>{t('doctorsDoNotBook')}</p>
      )}
    </form>
  );
}
