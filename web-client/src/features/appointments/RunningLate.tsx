import { useMutation } from '@tanstack/react-query';
import { Clock } from 'lucide-react';
import type { Appointment } from '@/shared/api';
import { isWaiting, sayRunningLate, useLateness } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useUser } from '@/shared/session';
import { useNow } from '@/shared/time';
import { ErrorSummary, Select, useProblemEntries } from '@/shared/ui';
import styles from './Appointments.module.css';

const CHOICES = [5, 10, 15, 20, 30, 45, 60, 90, 120];
/** For so long the server takes what a doctor says for true. */
const LIFE_MS = 8 * 3_600_000;

/** Where a doctor says by how many minutes they are late. */
export function SayRunningLate() {
  const t = useTranslations('appointments');
  const problemEntries = useProblemEntries();
  const { notify } = useNotices();
  const known = useLateness(useUser().id, true);
  const say = useMutation({
    mutationFn: sayRunningLate,
    onSuccess: (_, minutes) =>
      notify({ kind: 'done', text: minutes === 0 ? t('lateNoMore') : t('lateSaid', { minutes }) }),
  });
  const minutes = say.isPending ? say.variables : known;
  const choices = [...new Set([0, ...CHOICES, minutes])].sort((one, other) => one - other);
  return (
    <>
      <ErrorSummary entries={say.error === null ? [] : problemEntries(say.error, () => undefined)} />
      <Select
        label={t('late')}
        hint={t('lateHint')}
        value={String(minutes)}
        onChange={(chosen) => say.mutate(Number(chosen))}
        options={choices.map((choice) => ({
          value: String(choice),
          label: choice === 0 ? t('lateNot') : t('lateBy', { minutes: choice }),
        }))}
      />
    </>
  );
}

/** Tells the patient of a visit that is near, under way or still waited for that its doctor is late. */
export function DoctorIsLate({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const now = useNow().getTime();
  const near =
    appointment.status === 'scheduled' &&
    Date.parse(appointment.startsAt) < now + LIFE_MS &&
    (Date.parse(appointment.endsAt) > now || isWaiting(appointment));
  const minutes = useLateness(appointment.doctor.id, near);
  return (
    <div role="status">
      {near && minutes > 0 && (
        <p className={styles.late}>
          <Clock size={20} aria-hidden />
          {t('doctorLate', { name: appointment.doctor.name, minutes })}
        </p>
      )}
    </div>
  );
}
