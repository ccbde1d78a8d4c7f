/** What goes over the wire of signaling, as docs/protocol.md has it. */

export interface Description {
  type: 'offer' | 'answer' | 'rollback';
  sdp: string;
}

export interface Candidate {
  candidate: string;
  sdpMid?: string | null | undefined;
  sdpMLineIndex?: number | null | undefined;
  usernameFragment?: string | null | undefined;
}

export type CallMedia = 'video' | 'audio';

/** The other person of a call. */
export interface Person {
  id: string;
  name: string;
  avatar: string | null;
}

export interface CallMade {
  callId: string;
  from: string;
  caller: Person;
  offer: Description;
  media: CallMedia;
  appointmentId: string | null;
}

/**
 * What the server tells a device about calls; `admitted` comes from the waiting room of this tab, null when it is left, and
 * `admitted-elsewhere` from that of another tab of this browser.
 */
export type CallEvent =
  | { event: 'admitted'; appointmentId: string | null }
  | { event: 'admitted-elsewhere'; appointmentId: string }
  | ({ event: 'call-made' } & CallMade)
  | { event: 'call-answered'; callId: string; from: string; answer: Description }
  | { event: 'ice-candidate'; callId: string; from: string; candidate: Candidate }
  | { event: 'call-description'; callId: string; from: string; description: Description }
  | { event: 'call-rejected'; callId: string; from: string; reason: string }
  | { event: 'call-end'; callId: string; from: string; reason: string };

/** The call in the answer to a resume. */
export interface ResumedCall {
  id: string;
  caller: string;
  callee: string;
  appointmentId: string | null;
  media: CallMedia;
  state: 'ringing' | 'active';
  answeredAt: string | null;
}

/** The requests of a device: what each sends, and what a good answer holds. */
export interface CallRequests {
  'call-user': {
    sends: { to: string; offer: Description; media: CallMedia; appointmentId?: string };
    gets: { callId: string; online: boolean; glare: boolean; busy: boolean };
  };
  'answer-call': { sends: { to: string; callId: string; answer: Description }; gets: object };
  'ice-candidate': { sends: { to: string; callId: string; candidate: Candidate }; gets: object };
  'call-description': {
    sends: { to: string; callId: string; description: Description };
    gets: object;
  };
  'call-rejected': { sends: { to: string; callId: string; reason: 'declined' }; gets: object };
  'call-end': { sends: { to: string; callId?: string }; gets: object };
  'call-resume': {
    sends: { callId: string } | { to: string };
    gets: { call: ResumedCall; description: Description | null };
  };
}

export type RequestName = keyof CallRequests;

/**
 * The answer to a request. `offline`: it is not known whether the server has it, because the
 * connection went before the answer came.
 */
export type Reply<N extends RequestName> =
  { kind: 'ok'; value: CallRequests[N]['gets'] } | { kind: 'refused'; code: string } | { kind: 'offline' };
