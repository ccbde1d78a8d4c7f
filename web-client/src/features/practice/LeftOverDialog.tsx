import { type SubmitEvent, useState } from 'react';
import type { Appointment } from '@/shared/api';
import { changeAppointment, useRememberAppointment } from '@/shared/appointments';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { sendText } from '@/shared/messages';
import { useNotices } from '@/shared/notices';
import { randomId } from '@/shared/random';
import { cityOf, useTimes } from '@/shared/time';
import { Button, Dialog, DialogActions, ErrorSummary, type SummaryEntry, TextArea, useProblemText } from '@/shared/ui';
import styles from './Practice.module.css';
import { useDoctor } from './useDoctor';
import { useEach } from './useEach';

type How = 'message' | 'propose' | 'cancel';
const MAX = { message: 1000, propose: 1000, cancel: 500 };

interface DialogProps {
  how: How;
  appointments: readonly Appointment[];
}

/** Writes to the patients of these appointments, asks them to choose other times, or cancels, with one text for all. */
export function LeftOverDialog(props: DialogProps) {
  const t = useTranslations('practice');
  const [about, setAbout] = useState<readonly Appointment[]>();
  const { how, appointments } = props;
  return (
    <>
      <Button
        look={how === 'cancel' ? 'harm-quiet' : 'quiet'}
        onClick={() => setAbout(how === 'message' ? onePerPatient(appointments) : appointments)}
      >
        {t(`leftOver_${how}`)}
      </Button>
      {about !== undefined && <Questions {...props} appointments={about} onClose={() => setAbout(undefined)} />}
    </>
  );
}

function onePerPatient(appointments: readonly Appointment[]): Appointment[] {
  return [...new Map(appointments.map((each) => [each.patient.id, each])).values()];
}

function Questions({ how, appointments, onClose }: DialogProps & { onClose: () => void }) {
  const t = useTranslations('practice');
  const times = useTimes();
  const doctor = useDoctor();
  const remember = useRememberAppointment();
  const problemText = useProblemText();
  const { notify } = useNotices();
  const [key] = useState(() => randomId().slice(0, 16));
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const form = useForm(`left over ${how}`, { text: how === 'propose' ? t('leftOverProposal') : '' });
  const field = `left-over-${how}`;
  const text = form.values.text.trim();

  const messageFor = ({ id, startsAt, timeZone }: Appointment) =>
    how === 'message'
      ? text
      : `${text}\n\n${t('leftOverLine', {
          when: times.dateTime(startsAt, timeZone),
          city: cityOf(timeZone),
          link: `${globalThis.location.origin}/visits/${id}`,
        })}`;
  const each = useEach(appointments, async (appointment) => {
    if (how === 'cancel') {
      remember(await changeAppointment({ action: 'cancel', body: { reason: text } }, appointment, doctor.id));
    } else {
      const clientId = `${key}-${appointment.id}`;
      await sendText(appointment.patient.id, { text: messageFor(appointment), clientId });
    }
  });
  const close = () => {
    each.stop();
    onClose();
  };
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (text === '') {
      setProblems([{ field, text: t('leftOverMissing') }]);
      return;
    }
    setProblems([]);
    const failures = await each.run();
    if (failures.length > 0) {
      setProblems(
        failures.map(({ item, error }) => ({
          text: t('leftOverFailed', { name: item.patient.name, why: problemText(error) }),
        })),
      );
    } else {
      form.discard();
      onClose();
      notify({ kind: 'done', text: t(`leftOverDone_${how}`, { count: appointments.length }) });
    }
  };
  return (
    <Dialog open onClose={close} title={t(`leftOverTitle_${how}`, { count: appointments.length })}>
      <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary entries={problems} />
        <TextArea
          id={field}
          label={t(how === 'cancel' ? 'leftOverReason' : 'leftOverText')}
          hint={t(`leftOverHint_${how}`)}
          required
          maxLength={MAX[how]}
          value={form.values.text}
          onChange={(value) => form.set('text', value)}
          error={problems.find((problem) => problem.field === field)?.text}
        />
        <p role="status" className={styles.quiet}>
          {each.running && t('leftOverProgress', { done: each.done, all: appointments.length })}
        </p>
        <DialogActions>
          <Button onClick={close}>{t('leftOverNot')}</Button>
          <Button type="submit" look={how === 'cancel' ? 'harm' : 'primary'} busy={each.running}>
            {t(`leftOver_${how}`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
