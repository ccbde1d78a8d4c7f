import { Maximize2, Mic, MicOff, PhoneOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Avatar, cx, IconButton } from '@/shared/ui';
import type { CallMachine } from '../machine/CallMachine';
import { type CallSnapshot, showsPicture } from '../machine/snapshot';
import styles from './Call.module.css';
import { CallState } from './CallScreen';
import { Picture } from './Picture';

/** The call while the person looks at another page. */
export function MiniCall({ call, machine, open }: { call: CallSnapshot; machine: CallMachine; open: () => void }) {
  const t = useTranslations('calls');
  const mini = useRef<HTMLElement>(null);
  const { microphone } = call.own;
  const { other } = call;

  // The screen of the call is gone, and with it what had the focus.
  useEffect(() => mini.current?.querySelector('button')?.focus(), []);
  // Pages on a phone end above it.
  useEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--mini-call', `${mini.current?.offsetHeight ?? 0}px`));
    if (mini.current !== null) {
      observer.observe(mini.current);
    }
    return () => {
      observer.disconnect();
      style.removeProperty('--mini-call');
    };
  }, []);

  return (
    <section ref={mini} className={styles.mini} aria-label={t('callRegion', { name: call.peer.name })}>
      {other.videoTrack !== null && showsPicture(other) ? (
        <div className={cx(styles.miniPicture, other.screen && styles.whole)}>
          <Picture track={other.videoTrack} label={call.peer.name} />
        </div>
      ) : (
        <Avatar person={call.peer} size="small" />
      )}
      <div className={styles.miniText}>
        <strong>{call.peer.name}</strong>
        <CallState call={call} />
      </div>
      <div className={styles.miniControls}>
        <IconButton label={t('returnToCall')} onClick={open}>
          <Maximize2 size={20} aria-hidden />
        </IconButton>
        <IconButton label={t(microphone ? 'mute' : 'unmute')} onClick={() => machine.setMedia('audio', !microphone)}>
          {microphone ? <Mic size={20} aria-hidden /> : <MicOff size={20} aria-hidden />}
        </IconButton>
        <IconButton label={t('hangUp')} look="harm" onClick={() => machine.hangUp()}>
          <PhoneOff size={20} aria-hidden />
        </IconButton>
      </div>
    </section>
  );
}
