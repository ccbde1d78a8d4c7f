import type { MediaProblem } from './ports';
import type { Quality } from './quality';
import type { CallMedia, Person } from './wire';

export type Phase =
  /** The camera and the microphone are being asked for. */
  | 'preparing'
  /** It rings at the other person. */
  | 'calling'
  /** It rings here. */
  | 'incoming'
  | 'connecting'
  | 'active'
  | 'reconnecting'
  | 'ended';

export type EndReason =
  | 'declined'
  | 'busy'
  | 'offline'
  | 'unanswered'
  | 'cancelled'
  | 'hangup'
  /** One of the two did not come back. */
  | 'lost'
  | 'answered_elsewhere'
  | 'declined_elsewhere'
  /** Another device of this person has taken the call over. */
  | 'moved'
  /** No path between the two networks was found. */
  | 'no_path'
  /** The connection went and did not come back. */
  | 'connection_lost'
  /** The call had ended when this device came back. */
  | 'over'
  | 'no_connection'
  | 'not_allowed'
  /** A patient may ring only near a confirmed appointment, unless the doctor takes calls at any time. */
  | 'not_now'
  | 'in_other_call'
  | 'too_many_calls'
  | 'failed';

export interface Ending {
  reason: EndReason;
  /** Whether the person here ended it. */
  byMe: boolean;
  /** How long the two were connected; null if they never were. */
  durationMs: number | null;
}

export interface OwnMedia {
  /** The browser is getting a device, for which it may ask the person. */
  asking: boolean;
  microphone: boolean;
  camera: boolean;
  audioTrack: MediaStreamTrack | null;
  videoTrack: MediaStreamTrack | null;
  microphoneProblem: MediaProblem | null;
  cameraProblem: MediaProblem | null;
}

/** What is sent of it. */
export interface SentMedia extends OwnMedia {
  /** The screen is sent in place of the camera's picture. */
  screen: boolean;
  /** There is a picture, but it is not sent because the line is weak. */
  videoPaused: boolean;
}

export interface OtherMedia {
  /** Null until the other side has told. */
  microphone: boolean | null;
  camera: boolean | null;
  /** The picture is that of their screen. */
  screen: boolean;
  /** They have a picture, but it does not come because the line is weak. */
  videoPaused: boolean;
  audioTrack: MediaStreamTrack | null;
  videoTrack: MediaStreamTrack | null;
}

/** Whether a picture that is there is not sent for now. */
export function isPaused({
  camera,
  screen,
  videoPaused,
}: Pick<OtherMedia, 'camera' | 'screen' | 'videoPaused'>): boolean {
  return (camera === true || screen) && videoPaused;
}

/** Whether the other side's picture comes. */
export function showsPicture(other: OtherMedia): boolean {
  return other.videoTrack !== null && other.camera === true && !other.videoPaused;
}

/** A call as it stands; each change gives a new one. */
export interface CallSnapshot {
  phase: Phase;
  direction: 'outgoing' | 'incoming';
  callId: string | null;
  peer: Person;
  media: CallMedia;
  appointmentId: string | null;
  /** Whether it rings at the other person now; false when none of their devices is connected. */
  reachable: boolean;
  /** Both pressed Call, and this side was second. */
  bothCalled: boolean;
  connectedAt: number | null;
  own: SentMedia;
  other: OtherMedia;
  quality: Quality;
  ending: Ending | null;
}

export type CallFacts = Pick<CallSnapshot, 'direction' | 'callId' | 'peer' | 'media' | 'appointmentId' | 'bothCalled'>;

export function firstSnapshot(facts: CallFacts): CallSnapshot {
  return {
    ...facts,
    phase: 'preparing',
    reachable: true,
    connectedAt: null,
    ...firstMedia(),
    quality: 'unknown',
    ending: null,
  };
}

/** Before anything is sent, and before the other side has told. */
export function firstMedia(): Pick<CallSnapshot, 'own' | 'other'> {
  return {
    own: {
      asking: false,
      microphone: false,
      camera: false,
      audioTrack: null,
      videoTrack: null,
      microphoneProblem: null,
      cameraProblem: null,
      screen: false,
      videoPaused: false,
    },
    other: { microphone: null, camera: null, screen: false, videoPaused: false, audioTrack: null, videoTrack: null },
  };
}

/** The server's words for an end, read with care: a newer server may have more. */
export function endReason(text: string, { phase, direction }: CallSnapshot): EndReason {
  const isTaken = phase !== 'incoming' && !(direction === 'incoming' && phase === 'connecting');
  if (text === 'answered_elsewhere' && isTaken) return 'moved';
  if (text === 'declined' && phase === 'incoming') return 'declined_elsewhere';
  return KNOWN.get(text) ?? 'failed';
}

/** What an error code means for the call. */
export function refusalReason(code: string): EndReason {
  return REFUSALS.get(code) ?? 'failed';
}

const KNOWN = new Map<string, EndReason>(
  (['declined', 'busy', 'offline', 'unanswered', 'cancelled', 'hangup', 'lost', 'answered_elsewhere'] as const).map(
    (reason) => [reason, reason],
  ),
);

const REFUSALS = new Map<string, EndReason>([
  ['forbidden', 'not_allowed'],
  ['not_now', 'not_now'],
  ['not_found', 'over'],
  ['already_in_call', 'in_other_call'],
  ['rate_limited', 'too_many_calls'],
  ['answered_elsewhere', 'answered_elsewhere'],
  ['not_your_device', 'moved'],
  ['unauthenticated', 'no_connection'],
]);
