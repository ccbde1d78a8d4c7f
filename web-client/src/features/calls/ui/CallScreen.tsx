import { MicOff, MonitorUp, Signal, SignalLow, TriangleAlert, VideoOff } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { clockTime } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { useNow } from '@/shared/time';
import { AriaLanguage, Avatar, Button, cx, Dialog, VisuallyHidden } from '@/shared/ui';
import { type DeviceKind } from '../browser/devices';
import type { CallMachine } from '../machine/CallMachine';
import { type CallSnapshot, isPaused, showsPicture } from '../machine/snapshot';
import styles from './Call.module.css';
import { Controls } from './Controls';
import { DeviceFields } from './DeviceFields';
import { Picture } from './Picture';
import { SelfView } from './SelfView';
import { StageTools } from './StageTools';

interface Props {
  call: CallSnapshot;
  machine: CallMachine;
  sound: { blocked: boolean; play: () => void; useOutput: (id: string) => void };
  /** Makes it small, or large where it is `docked` in a page. */
  resize: () => void;
}

/** The call itself, over everything else. */
export function CallScreen(props: Props) {
  const t = useTranslations('calls');
  const { name } = props.call.peer;
  return (
    <AriaLanguage>
      <ModalOverlay isOpen isKeyboardDismissDisabled className={styles.overlay ?? ''}>
        <Modal className={styles.overlay ?? ''}>
          <AriaDialog className={styles.screen ?? ''} aria-label={t('callRegion', { name })}>
            <Stage
              {...props}
              title={
                <Heading slot="title" level={2} className={styles.name ?? ''}>
                  {name}
                </Heading>
              }
            />
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLanguage>
  );
}

/** The call in its place of a page, beside what is written and read meanwhile. */
export function DockedCall(props: Props) {
  const t = useTranslations('calls');
  const { name } = props.call.peer;
  return (
    <section className={cx(styles.screen, styles.docked)} aria-label={t('callRegion', { name })}>
      <Stage {...props} docked title={<h2 className={styles.name}>{name}</h2>} />
    </section>
  );
}

function Stage({
  call,
  machine,
  sound,
  resize,
  title,
  docked = false,
}: Props & { title: ReactNode; docked?: boolean }) {
  const t = useTranslations('calls');
  const [isFull, setFull] = useState(false);
  const [devicesOpen, setDevicesOpen] = useState(false);
  const { peer, own, other } = call;
  const picture = useRef<HTMLVideoElement>(null);
  const isAway = call.phase === 'reconnecting';

  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  const toggleFull = () =>
    void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
  const useDevice = (kind: DeviceKind, id: string) =>
    kind === 'output' ? sound.useOutput(id) : machine.useDevice(kind, id);

  return (
    <>
      <div className={styles.bar}>
        {title}
        <CallState call={call} />
      </div>
      <div className={styles.remote}>
        <Remote call={call} picture={picture} />
        {isAway && (
          <div className={styles.cover} role="alert">
            <strong>{t('reconnecting')}</strong>
            <span>{t('reconnectingText')}</span>
          </div>
        )}
        {own.camera && own.videoTrack !== null && <SelfView track={own.videoTrack} />}
        <StageTools call={call} machine={machine} picture={picture} />
        <ul className={styles.facts} aria-live="polite">
          {!isAway && other.microphone === false && (
            <li>
              <MicOff size={16} aria-hidden /> {t('theirMicrophoneOff', { name: peer.name })}
            </li>
          )}
          {!isAway && other.camera === false && (
            <li>
              <VideoOff size={16} aria-hidden /> {t('theirCameraOff', { name: peer.name })}
            </li>
          )}
          {!isAway && other.screen && (
            <li>
              <MonitorUp size={16} aria-hidden /> {t('theirScreenShared', { name: peer.name })}
            </li>
          )}
          {own.screen && (
            <li>
              <MonitorUp size={16} aria-hidden /> {t('ownScreenShared')}
            </li>
          )}
          {!isAway && isPaused(other) && (
            <li>
              <SignalLow size={16} aria-hidden /> {t('theirVideoPaused', { name: peer.name })}
            </li>
          )}
          {!isAway && isPaused(own) && (
            <li className={styles.problemFact}>
              <SignalLow size={16} aria-hidden />
              <span>{t('ownVideoPaused')}</span>
              <button type="button" className={styles.factButton} onClick={() => machine.media?.sendVideoAnyway()}>
                {t('sendVideoAnyway')}
              </button>
            </li>
          )}
          {own.asking && call.phase !== 'preparing' && <Problem text={t('asking', { name: peer.name })} />}
          {own.microphoneProblem !== null && (
            <Problem text={t(`problem.audio_${own.microphoneProblem}`, { where: 'call' })} />
          )}
          {own.cameraProblem !== null && <Problem text={t(`problem.video_${own.cameraProblem}`, { where: 'call' })} />}
        </ul>
        {sound.blocked && (
          <Button look="primary" className={styles.tap} onClick={sound.play}>
            {t('soundOn')}
          </Button>
        )}
      </div>
      <Controls
        call={call}
        machine={machine}
        isFull={isFull}
        toggleFull={document.fullscreenEnabled && !docked ? toggleFull : null}
        openDevices={() => setDevicesOpen(true)}
        docked={docked}
        resize={resize}
      />
      <Dialog open={devicesOpen} onClose={() => setDevicesOpen(false)} title={t('devicesTitle')}>
        <DeviceFields current={idsOf(call)} changed={useDevice} />
      </Dialog>
    </>
  );
}

function Problem({ text }: { text: string }) {
  return (
    <li className={styles.problemFact}>
      <TriangleAlert size={16} aria-hidden /> {text}
    </li>
  );
}

function Remote({ call, picture }: { call: CallSnapshot; picture: RefObject<HTMLVideoElement | null> }) {
  const t = useTranslations('calls');
  const { peer, other } = call;
  const shows = showsPicture(other);
  const isStopped = other.camera === false || isPaused(other);
  return (
    <>
      {/* The last frame stays while the other side is away, but not the one from before they stopped sending. */}
      {other.videoTrack !== null && !isStopped && (
        <Picture
          ref={picture}
          track={other.videoTrack}
          label={other.screen ? t('theirScreen', { name: peer.name }) : peer.name}
        />
      )}
      {!shows && call.phase !== 'reconnecting' && (
        <div className={styles.still}>
          <Avatar person={peer} size="large" />
          {call.phase === 'calling' && call.reachable && <p className={styles.big}>{t('ringing')}</p>}
          {call.phase === 'connecting' && <p className={styles.big}>{t('connecting')}</p>}
          {call.phase === 'calling' && !call.reachable && <p>{t('notReachable', { name: peer.name })}</p>}
          {call.phase === 'preparing' && <p>{t('preparing')}</p>}
        </div>
      )}
    </>
  );
}

const WORDS = {
  preparing: 'connecting',
  calling: 'ringing',
  connecting: 'connecting',
  reconnecting: 'reconnecting',
} as const;

/** What is going on, in one line. The status stays in the page, so that screen readers hear each change of it. */
export function CallState({ call }: { call: CallSnapshot }) {
  const t = useTranslations('calls');
  const active = call.phase === 'active';
  const isGood =
    (call.quality === 'good' || call.quality === 'unknown') && !isPaused(call.own) && !isPaused(call.other);
  const word = call.phase in WORDS ? WORDS[call.phase as keyof typeof WORDS] : null;
  return (
    <div className={styles.state}>
      {active && <Duration since={call.connectedAt ?? 0} />}
      <span role="status" className={styles.quality}>
        {active && (isGood ? <Signal size={16} aria-hidden /> : <SignalLow size={16} aria-hidden />)}
        {active && (
          <VisuallyHidden>
            <span>{t('connected')} </span>
          </VisuallyHidden>
        )}
        {active ? t(call.quality === 'frozen' ? 'frozen' : isGood ? 'good' : 'weak') : word !== null && t(word)}
      </span>
    </div>
  );
}

function Duration({ since }: { since: number }) {
  const t = useTranslations('calls');
  const time = clockTime(useNow(1_000).getTime() - since);
  return (
    <span className={styles.time} aria-label={t('duration', { time })} role="timer">
      {time}
    </span>
  );
}

function idsOf({ own }: CallSnapshot): Partial<Record<DeviceKind, string>> {
  const ids: Partial<Record<DeviceKind, string>> = {};
  const video = own.videoTrack?.getSettings().deviceId;
  const audio = own.audioTrack?.getSettings().deviceId;
  if (video !== undefined) {
    ids.video = video;
  }
  if (audio !== undefined) {
    ids.audio = audio;
  }
  return ids;
}
