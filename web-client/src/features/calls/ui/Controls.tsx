import {
  Camera,
  CameraOff,
  Expand,
  Maximize,
  Mic,
  MicOff,
  Minimize,
  MonitorUp,
  MonitorX,
  PhoneOff,
  Settings2,
  Shrink,
} from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslations } from '@/shared/i18n';
import { cx } from '@/shared/ui';
import { canShareScreen } from '../browser/devices';
import type { CallMachine } from '../machine/CallMachine';
import type { CallSnapshot } from '../machine/snapshot';
import styles from './Call.module.css';
import { useToolbar } from './useToolbar';

interface Props {
  call: CallSnapshot;
  machine: CallMachine;
  isFull: boolean;
  toggleFull: (() => void) | null;
  openDevices: () => void;
  docked: boolean;
  resize: () => void;
}

/** Everything that is done in a call, in one bar. */
export function Controls({ call, machine, isFull, toggleFull, openDevices, docked, resize }: Props) {
  const t = useTranslations('calls');
  const { microphone, camera, screen } = call.own;
  const bar = useRef<HTMLDivElement>(null);
  const { onKeyDown, onFocus } = useToolbar(bar);
  const early = call.phase === 'preparing' || call.phase === 'calling';
  return (
    <div
      className={styles.controls}
      role="toolbar"
      aria-label={t('controls')}
      ref={bar}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <Control
        icon={microphone ? <Mic aria-hidden /> : <MicOff aria-hidden />}
        off={!microphone}
        label={t(microphone ? 'mute' : 'unmute')}
        onClick={() => machine.setMedia('audio', !microphone)}
      />
      <Control
        icon={camera ? <Camera aria-hidden /> : <CameraOff aria-hidden />}
        off={!camera}
        label={t(camera ? 'cameraOff' : 'cameraOn')}
        onClick={() => machine.setMedia('video', !camera)}
      />
      {canShareScreen() && (
        <Control
          wide
          icon={screen ? <MonitorX aria-hidden /> : <MonitorUp aria-hidden />}
          off={screen}
          label={t(screen ? 'stopSharing' : 'shareScreen')}
          onClick={() => (screen ? machine.media?.stopSharing() : machine.media?.shareScreen())}
        />
      )}
      <Control icon={<Settings2 aria-hidden />} label={t('devices')} onClick={openDevices} />
      {toggleFull !== null && (
        <Control
          wide
          icon={isFull ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
          label={t(isFull ? 'leaveFullScreen' : 'fullScreen')}
          onClick={toggleFull}
        />
      )}
      <Control
        icon={docked ? <Expand aria-hidden /> : <Shrink aria-hidden />}
        label={t(docked ? 'enlarge' : 'minimize')}
        onClick={resize}
      />
      <Control
        harm
        icon={<PhoneOff aria-hidden />}
        label={t(early ? 'cancel' : 'hangUp')}
        onClick={() => machine.hangUp()}
      />
    </div>
  );
}

interface ControlProps {
  icon: ReactNode;
  label: string;
  onClick: () => void;
  off?: boolean;
  harm?: boolean;
  /** Only where there is room. */
  wide?: boolean;
}

function Control({ icon, label, onClick, off = false, harm = false, wide = false }: ControlProps) {
  return (
    <button
      type="button"
      className={cx(styles.control, off && styles.controlOff, harm && styles.controlHarm, wide && styles.wideOnly)}
      onClick={onClick}
    >
      {icon}
      <span>{label}</span>
    </button>
  );
}
