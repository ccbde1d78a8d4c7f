import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from '@/shared/router';
import { type Doctor, isProblem, type Slot } from '@/shared/api';
import { useBookAppointment, useRememberAppointment } from '@/shared/appointments';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useSession } from '@/shared/session';
import { freeAfterQuery, slotAtQuery } from '@/shared/slots';
import { useTimes, AppointmentTime } from '@/shared/time';
import {
  Button,
  ButtonLink,
  ErrorSummary,
  RadioGroup,
  type SummaryEntry,
  TextArea,
  useProblemEntries,
} from '@/shared/ui';
import styles from './Doctors.module.css';
import { TakenTime } from './TakenTime';
import { useHold } from './useHold';

const MAX_REASON = 500;
const NOTHING: SummaryEntry[] = [];

/** Books the time `at`. Entries are kept if the time has been taken, and during a log-in. */
export function BookingForm({
  doctor,
  at,
  onChoose,
}: {
  doctor: Doctor;
  at: string;
  onChoose: (slot: Slot | null) => void;
}) {
  const t = useTranslations('doctors');
  const problemEntries = useProblemEntries();
  const times = useTimes();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const remember = useRememberAppointment();
  const bookAppointment = useBookAppointment();
  const { state, user } = useSession();
  const form = useForm<{ mode: 'video' | 'chat'; reason: string }>(`booking ${doctor.id}`, {
    mode: 'video',
    reason: '',
  });
  const [found, setFound] = useState({ at, entries: NOTHING });
  const setProblems = (entries: SummaryEntry[]) => setFound({ at, entries });
  const problems = found.at === at ? found.entries : NOTHING;
  const [taken, setTaken] = useState<{ at: string; others: Slot[] } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(true);
  const { notify } = useNotices();
  const slot = useQuery(slotAtQuery(doctor.id, doctor.timeZone, at));
  const { mode, reason } = form.values;
  const hold = useHold(doctor.id, user?.role === 'patient' ? (slot.data ?? null) : null, (wanted, others) => {
    void queries.invalidateQueries({ queryKey: ['slots', doctor.id] });
    setTaken({ at: wanted.startsAt, others });
  });

  useEffect(() => {
    // In braces: newer browsers answer with a promise, which an effect must not.
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const book = useMutation({
    mutationFn: (wanted: Slot) =>
      bookAppointment({
        doctorId: doctor.id,
        date: wanted.date,
        startTime: wanted.startTime,
        mode,
        reason: reason.trim() || null,
      }),
    onSuccess: (appointment) => {
      hold.ended();
      form.discard();
      remember(appointment);
      const there = `/visits/${appointment.id}/booked`;
      if (shown.current) {
        navigate(there, { replace: true });
      } else {
        // The person has gone elsewhere meanwhile, and stays there.
        const when = times.dateTime(appointment.startsAt);
        notify({
          kind: 'done',
          text: t('bookedMeanwhile', { name: doctor.name, when }),
          action: { label: t('showBooked'), run: () => navigate(there) },
          stays: true,
        });
      }
    },
    onError: (error, wanted) => {
      if (isProblem(error, 'slot_taken', 'outside_schedule', 'in_the_past', 'nonexistent_local_time')) {
        void queries.invalidateQueries({ queryKey: ['slots', doctor.id] });
      }
      if (isProblem(error, 'slot_taken')) {
        setProblems(NOTHING);
        setTaken({ at: wanted.startsAt, others: error.nextFree });
      } else {
        setProblems(
          problemEntries(error, (field) =>
            field === 'reason' ? { id: 'booking-reason', label: t('reason') } : undefined,
          ),
        );
      }
    },
  });

  // Another choice is not the one that was taken. What is not free may have been taken by a try whose reply was lost.
  const gone = slot.data === null && book.variables?.startsAt !== at;
  const after = useQuery({ ...freeAfterQuery(doctor.id, doctor.timeZone, at), enabled: gone });
  const free = !gone || after.isPending ? null : (after.data ?? []);
  const alternatives = taken?.at === at ? taken.others : free;

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTaken(null);
    if (reason.length > MAX_REASON) {
      setProblems([{ field: 'booking-reason', text: t('reasonLong', { max: MAX_REASON }) }]);
      return;
    }
    setProblems(NOTHING);
    // A try whose reply was lost may be what took the time: the same try again finds out.
    const wanted = slot.data ?? (book.variables?.startsAt === at ? book.variables : slot.data);
    if (wanted != null) {
      book.mutate(wanted);
    }
  };
  const choose = (other: Slot) => {
    setTaken(null);
    onChoose(other);
    heading.current?.focus();
  };

  // Above the button, for phones: what stands at the top of the form scrolls away there.
  const chosen = alternatives === null && (
    <p className={styles.chosen}>{t('at_later', { date: times.shortDate(at), time: times.time(at) })}</p>
  );

  return (
    <form className={styles.booking} onSubmit={send} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {t('bookTitle')}
      </h2>
      <div>
        <p className={styles.when} aria-live="polite">
          <AppointmentTime startsAt={at} zone={doctor.timeZone} />
        </p>
        <p className={styles.quiet}>{t('minutes', { count: doctor.slotMinutes })}</p>
        {hold.kept !== null && alternatives === null && (
          <p role="status">
            {hold.kept.over ? t('keptNoLonger') : t('keptUntil', { time: times.time(hold.kept.expiresAt) })}
          </p>
        )}
      </div>
      <ErrorSummary entries={problems} />
      {alternatives !== null && <TakenTime at={at} others={alternatives} onChoose={choose} />}
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
        optional
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        onChange={(value) => form.set('reason', value)}
        error={problems.find(({ field }) => field === 'booking-reason')?.text}
      />
      {state.status === 'anonymous' || state.status === 'lost' ? (
        <>
          <p className={styles.quiet}>{t('logInHint')}</p>
          <div className={styles.stays}>
            {chosen}
            <ButtonLink look="primary" wide to={`/doctors/${doctor.id}/book?at=${encodeURIComponent(at)}`}>
              {t('logInToBook')}
            </ButtonLink>
          </div>
        </>
      ) : user === null || user.role === 'patient' ? (
        <div className={styles.stays}>
          {chosen}
          <Button type="submit" look="primary" wide busy={user === null || book.isPending || slot.isPending}>
            {t(book.isPending ? 'booking' : 'book')}
          </Button>
        </div>
      ) : (
        <p>{t('doctorsDoNotBook')}</p>
      )}
    </form>
  );
}
