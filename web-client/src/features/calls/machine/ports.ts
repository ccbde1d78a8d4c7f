import type { Clock } from '@/shared/time';
import type { CallEvent, CallMedia, CallRequests, Candidate, Description, Person, Reply, RequestName } from './wire';

export type { Clock };

/** The socket. */
export interface Signaling {
  isConnected(): boolean;
  /** Never rejects; never waits for a connection that is not there. */
  request<N extends RequestName>(name: N, payload: CallRequests[N]['sends']): Promise<Reply<N>>;
  listen(listener: SignalingListener): () => void;
}

export interface SignalingListener {
  event(event: CallEvent): void;
  connected(): void;
  disconnected(): void;
}

export type MediaKind = 'audio' | 'video';

export type MediaProblem = 'denied' | 'missing' | 'in_use' | 'failed';

/** Why a camera or microphone is unavailable. */
export class MediaFailure extends Error {
  constructor(readonly problem: MediaProblem) {
    super(problem);
    this.name = 'MediaFailure';
  }
}

/** Towards which side of the phone a camera looks: to the person, or away from them. */
export type Facing = 'user' | 'environment';

/** One device by its id, `true` for the one that the person chose last, or the default, or a camera by where it looks. */
export type WantedDevice = string | true | { facing: Facing };

/** Which devices are wanted. */
export type CaptureRequest = Partial<Record<MediaKind, WantedDevice>>;

/** Cameras and microphones. */
export interface MediaPort {
  /** One prompt for all that is asked. Rejects with {@link MediaFailure}. */
  capture(request: CaptureRequest): Promise<MediaStreamTrack[]>;
  /** Asks the person for a screen or a window. Rejects if they choose none. */
  captureScreen(): Promise<MediaStreamTrack>;
  /** Tells when a track ends by itself: unplugged, or taken away by the system. */
  onEnded(track: MediaStreamTrack, run: () => void): void;
}

export type ConnectionState = 'new' | 'connecting' | 'connected' | 'disconnected' | 'failed' | 'closed';

export interface PeerEvents {
  candidate(candidate: Candidate): void;
  state(state: ConnectionState): void;
  track(track: MediaStreamTrack): void;
  /** The channel beside the media is open. */
  channel(): void;
  message(text: string): void;
  negotiationNeeded(): void;
}

/** Values from getStats, as sums since the connection began. */
export interface PeerStats {
  packetsReceived: number;
  packetsLost: number;
  framesDecoded: number;
  packetsSent: number;
  /** Of those, what the other side has reported as lost. */
  sentPacketsLost: number;
  /** What the browser believes can be sent now; null if it does not say. */
  outgoingBitsPerSecond: number | null;
  /** The round-trip time in seconds; null if not known yet. */
  roundTripTime: number | null;
}

/** One connection to the other side: a narrow RTCPeerConnection. */
export interface Peer {
  isStable(): boolean;
  hasLocalOffer(): boolean;
  /** Makes an offer and sets it as the local description. */
  offer(options: { iceRestart: boolean }): Promise<Description>;
  /** Answers the offer that was applied last, and sets the answer. */
  answer(): Promise<Description>;
  /** Sets the remote description; an own offer that is open is rolled back for an offer. */
  apply(description: Description): Promise<void>;
  addCandidate(candidate: Candidate): Promise<void>;
  /** What is sent of a kind from now on; null sends nothing. */
  send(kind: MediaKind, track: MediaStreamTrack | null): Promise<void>;
  /** Tells the other side over the channel; lost while that is not open. */
  tell(text: string): void;
  useIce(settings: IceSettings): void;
  stats(): Promise<PeerStats>;
  close(): void;
}

/** The part of an RTCConfiguration that the server decides. */
export type IceSettings = Required<Pick<RTCConfiguration, 'iceServers' | 'iceTransportPolicy'>>;

export interface PeerPort {
  create(settings: IceSettings, events: PeerEvents): Peer;
  /** Fresh servers, with credentials that have not expired; the last known when offline. */
  iceSettings(): Promise<IceSettings>;
}

/** A call that a reload of the page must not lose. */
export interface KeptCall {
  callId: string;
  direction: 'outgoing' | 'incoming';
  peer: Person;
  media: CallMedia;
  appointmentId: string | null;
  /** The other side's session when the page went; what it sent belongs to a connection that is gone. */
  remoteSession: string | null;
  /** When this was kept, in milliseconds since 1970. */
  at: number;
}

/** Survives a reload of this tab, and nothing else. */
export interface CallKeeper {
  keep(call: KeptCall): void;
  kept(): KeptCall | null;
  forget(): void;
}

export interface CallPorts {
  clock: Clock;
  signaling: Signaling;
  media: MediaPort;
  peers: PeerPort;
  keeper: CallKeeper;
}
