import { useEffect, useEffectEvent } from 'react';
import { clockTime, useVideoCall } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import type { CallMachine } from '../machine/CallMachine';
import type { CallSnapshot, EndReason } from '../machine/snapshot';

const MISSED: readonly EndReason[] = ['cancelled', 'unanswered', 'offline', 'over'];

/**
 * Reports calls that end without a screen of their own: missed ones, those declined here, and those that were `docked` in a page
 * and came to an ordinary end.
 */
export function useEndedCallNotices(call: CallSnapshot | null, machine: CallMachine, docked: boolean): void {
  const t = useTranslations('calls');
  const { notify } = useNotices();
  const { startCall } = useVideoCall();
  const ending = call?.ending ?? null;

  const tell = useEffectEvent(() => {
    if (docked && ending?.reason === 'hangup' && ending.durationMs !== null) {
      machine.dismiss();
      notify({ kind: 'info', text: t('callLasted', { time: clockTime(ending.durationMs) }) });
      return;
    }
    if (call === null || ending === null || call.direction !== 'incoming' || ending.durationMs !== null) {
      return;
    }
    const { peer: person, media } = call;
    if (ending.byMe || ending.reason === 'declined_elsewhere') {
      machine.dismiss();
    } else if (MISSED.includes(ending.reason)) {
      machine.dismiss();
      notify({
        kind: 'attention',
        text: t('missed', { name: person.name }),
        action: { label: t('callBack'), run: () => startCall({ person, media }) },
      });
    }
  });
  useEffect(() => tell(), [ending]);
}
