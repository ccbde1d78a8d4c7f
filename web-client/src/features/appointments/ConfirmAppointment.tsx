import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Appointment } from '@/shared/api';
import { useAppointmentChange } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { systemClock } from '@/shared/time';
import { Button, useProblemText } from '@/shared/ui';

/** For so long a confirmation can be taken back. */
const UNDO_MS = 5_000;
/** The second press of a double one, which comes sooner, takes nothing back. */
const PRESS_MS = 500;

/**
 * Confirms a request, without a question. `undoable`: it is sent after some seconds, in which it can be taken back, or as soon as
 * the page is left.
 */
export function ConfirmAppointment({
  appointment,
  undoable = false,
}: {
  appointment: Appointment;
  undoable?: boolean;
}) {
  const t = useTranslations('appointments');
  const text = useProblemText();
  const { notify } = useNotices();
  /** When it was pressed, while it can be taken back. */
  const [pressedAt, setPressedAt] = useState<number | null>(null);
  const change = useAppointmentChange(appointment, {
    onChanged: () => notify({ kind: 'done', text: t('confirmDone') }),
  });
  const confirm = () =>
    void change
      .mutateAsync({ action: 'confirm' })
      .catch((error: unknown) => notify({ kind: 'problem', text: text(error) }));
  const send = useEffectEvent(confirm);
  const takenBack = useRef(false);
  useEffect(() => {
    if (pressedAt === null) {
      return undefined;
    }
    let sent = false;
    const sendOnce = () => {
      if (!sent && !takenBack.current) {
        sent = true;
        send();
      }
    };
    const cancel = systemClock.after(UNDO_MS, () => setPressedAt(null));
    window.addEventListener('pagehide', sendOnce);
    return () => {
      cancel();
      window.removeEventListener('pagehide', sendOnce);
      sendOnce();
    };
  }, [pressedAt]);

  const press = () => {
    if (!undoable) {
      confirm();
    } else if (pressedAt === null) {
      takenBack.current = false;
      setPressedAt(systemClock.now());
    } else if (systemClock.now() - pressedAt > PRESS_MS) {
      takenBack.current = true;
      setPressedAt(null);
    }
  };
  // The same button, so that it keeps the focus.
  return (
    <>
      {pressedAt !== null && <span role="status">{t('confirmSoon')}</span>}
      <Button look={pressedAt === null ? 'primary' : 'secondary'} busy={change.isPending} onClick={press}>
        {t(pressedAt === null ? 'confirm' : 'undo')}
      </Button>
    </>
  );
}
