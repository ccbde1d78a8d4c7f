import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { isProblem, type Patient } from '@/shared/api';
import { useBookAppointment, useRememberAppointment } from '@/shared/appointments';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useLocation, useNavigate, useSearchParams } from '@/shared/router';
import { cityOf, currentTime, dateIn, useTimes } from '@/shared/time';
import {
  Button,
  Dialog,
  DialogActions,
  ErrorSummary,
  type FieldOf,
  RadioGroup,
  type SummaryEntry,
  TextArea,
  TextField,
  useProblemEntries,
} from '@/shared/ui';
import { proposedTime } from './dates';
import styles from './Practice.module.css';
import { useDoctor } from './useDoctor';

const DATE = 'book-date';
const TIME = 'book-time';
const REASON = 'book-reason';
const MAX_REASON = 500;

interface Entries {
  date: string;
  startTime: string;
  mode: 'video' | 'chat';
  reason: string;
}

/**
 * The doctor books for the patient, at any time that is free for both. The address can propose a time of the practice
 * (`book=2027-05-06T09:00`); the dialog is then open.
 */
export function BookForPatient({
  patient,
  followUp,
}: {
  patient: Pick<Patient, 'id' | 'name'>;
  /** What the form says at first, and the name of the button that opens it. */
  followUp?: { label: string } & Pick<Entries, 'date' | 'startTime' | 'mode'>;
}) {
  const t = useTranslations('practice');
  const times = useTimes();
  const navigate = useNavigate();
  const doctor = useDoctor();
  const remember = useRememberAppointment();
  const bookAppointment = useBookAppointment();
  const problemEntries = useProblemEntries();
  const { notify } = useNotices();
  const { state } = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const proposed = proposedTime(parameters.get('book'));
  const [open, setOpen] = useState(proposed !== undefined);
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const form = useForm<Entries>(`book for ${patient.id}`, {
    date: proposed?.date ?? followUp?.date ?? '',
    startTime: proposed?.startTime ?? followUp?.startTime ?? '',
    mode: followUp?.mode ?? 'video',
    reason: '',
  });
  const { date, startTime, mode, reason } = form.values;
  const today = dateIn(doctor.timeZone, currentTime());

  const close = (booked = false) => {
    setOpen(false);
    setProblems([]);
    if (proposed !== undefined) {
      // The list of patients that asked for whom it is has its answer.
      setParameters({}, { replace: true, state: booked ? null : state });
    }
  };
  const fieldOf: FieldOf = (field) => {
    switch (field) {
      case 'date':
        return { id: DATE, label: t('bookDate') };
      case 'startTime':
        return { id: TIME, label: t('bookTime') };
      case 'reason':
        return { id: REASON, label: t('bookReason') };
      default:
        return undefined;
    }
  };
  /** What is said to patients of their own bookings is not true of the doctor. */
  const entriesOf = (error: Error): SummaryEntry[] => {
    if (isProblem(error, 'slot_taken')) {
      return [{ field: TIME, text: t('doctorBusy') }];
    }
    if (isProblem(error, 'patient_busy')) {
      return [{ field: TIME, text: t('patientBusy', { name: patient.name }) }];
    }
    return isProblem(error, 'limit_reached')
      ? [{ text: t('patientLimit', { name: patient.name }) }]
      : problemEntries(error, fieldOf);
  };
  const book = useMutation({
    mutationFn: bookAppointment,
    onSuccess: (appointment) => {
      form.discard();
      close(true);
      remember(appointment);
      notify({
        kind: 'done',
        text: t('bookedFor', { name: patient.name, when: times.dateTime(appointment.startsAt) }),
        action: { label: t('showBooked'), run: () => navigate(`/visits/${appointment.id}`) },
      });
    },
    onError: (error) => setProblems(entriesOf(error)),
  });

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const found: SummaryEntry[] = [];
    if (date === '' || date < today) {
      found.push({ field: DATE, text: t('bookDateMissing') });
    }
    if (startTime === '') {
      found.push({ field: TIME, text: t('bookTimeMissing') });
    }
    setProblems(found);
    if (found.length === 0) {
      book.mutate({ patientId: patient.id, date, startTime, mode, reason: reason.trim() || null });
    }
  };
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text;

  return (
    <>
      <Button onClick={() => setOpen(true)}>{followUp?.label ?? t('bookFor')}</Button>
      <Dialog open={open} onClose={() => close()} title={t('bookForTitle', { name: patient.name })}>
        <form className={styles.form} onSubmit={send} noValidate>
          <ErrorSummary entries={problems} />
          <TextField
            id={DATE}
            type="date"
            label={t('bookDate')}
            required
            min={today}
            value={date}
            onChange={(value) => form.set('date', value)}
            error={errorOf(DATE)}
          />
          <TextField
            id={TIME}
            type="time"
            label={t('bookTime')}
            hint={t('bookTimeHint', { city: cityOf(doctor.timeZone) })}
            required
            value={startTime}
            onChange={(value) => form.set('startTime', value)}
            error={errorOf(TIME)}
          />
          <RadioGroup
            label={t('bookMode')}
            value={mode}
            onChange={(value) => form.set('mode', value)}
            options={(['video', 'chat'] as const).map((value) => ({ value, label: t(value) }))}
          />
          <TextArea
            id={REASON}
            label={t('bookReason')}
            hint={t('bookReasonHint')}
            optional
            maxLength={MAX_REASON}
            value={reason}
            onChange={(value) => form.set('reason', value)}
            error={errorOf(REASON)}
          />
          <DialogActions>
            <Button onClick={() => close()}>{t('bookNot')}</Button>
            <Button type="submit" look="primary" busy={book.isPending}>
              {t('bookNow')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
