import { Mic, PhoneOff, Video } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { Avatar, Button, Dialog } from '@/shared/ui';
import type { CallMachine } from '../machine/CallMachine';
import type { CallSnapshot } from '../machine/snapshot';
import styles from './Call.module.css';

/** It rings, on whatever page the person is. */
export function IncomingCall({ call, machine }: { call: CallSnapshot; machine: CallMachine }) {
  const t = useTranslations('calls');
  return (
    <Dialog
      open
      onClose={() => machine.hangUp()}
      role="alertdialog"
      title={t('incomingTitle', { name: call.peer.name })}
    >
      <div className={styles.caller}>
        <Avatar person={call.peer} size="large" />
        <p>{call.bothCalled ? t('bothCalled') : t(call.media === 'video' ? 'incomingVideo' : 'incomingAudio')}</p>
      </div>
      <div className={styles.answers}>
        <Button look="primary" wide icon={<Video size={20} aria-hidden />} onClick={() => machine.answer(true)}>
          {t('answerVideo')}
        </Button>
        <Button wide icon={<Mic size={20} aria-hidden />} onClick={() => machine.answer(false)}>
          {t('answerAudio')}
        </Button>
        <Button look="harm-quiet" wide icon={<PhoneOff size={20} aria-hidden />} onClick={() => machine.hangUp()}>
          {t('decline')}
        </Button>
      </div>
    </Dialog>
  );
}
