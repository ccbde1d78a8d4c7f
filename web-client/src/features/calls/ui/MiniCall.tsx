import { Maximize2, PhoneOff } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { Avatar, IconButton } from '@/shared/ui';
import type { CallMachine } from '../machine/CallMachine';
import type { CallSnapshot } from '../machine/snapshot';
import styles from './Call.module.css';
import { CallState } from './CallScreen';

/** The call while the person looks at another page. */
export function MiniCall({ call, machine, open }: { call: CallSnapshot; machine: CallMachine; open: () => void }) {
  const t = useTranslations('calls');
  return (
    <section className={styles.mini} aria-label={t('callRegion', { name: call.peer.name })}>
      <Avatar person={call.peer} size="small" />
      <div className={styles.miniText}>
        <strong>{call.peer.name}</strong>
        <CallState call={call} />
      </div>
      <IconButton label={t('returnToCall')} onClick={open}>
        <Maximize2 size={20} aria-hidden />
      </IconButton>
      <IconButton label={t('hangUp')} look="harm" onClick={() => machine.hangUp()}>
        <PhoneOff size={20} aria-hidden />
      </IconButton>
    </section>
  );
}
