import type { Appointment, Message, Notice, Role } from '../api';
import type { CallMedia } from '../call';

// The events of docs/protocol.md.

interface IceCandidate {
  candidate: string;
  sdpMid: string | null;
  sdpMLineIndex: number | null;
  usernameFragment?: string | null;
}

interface SessionDescription {
  type: 'offer' | 'answer' | 'rollback';
  sdp: string;
}

interface CallState {
  id: string;
  caller: string;
  callee: string;
  appointmentId: string | null;
  media: CallMedia;
  state: 'ringing' | 'active' | 'ended';
  startedAt: string;
  answeredAt: string | null;
}

export interface ServerEvents {
  'call-made': {
    callId: string;
    from: string;
    caller: { id: string; name: string; avatar: string | null; role: Role };
    offer: SessionDescription;
    media: CallMedia;
    appointmentId: string | null;
  };
  'call-answered': { callId: string; from: string; answer: SessionDescription };
  'ice-candidate': { callId: string; from: string; candidate: IceCandidate };
  'call-description': { callId: string; from: string; description: SessionDescription };
  'call-rejected': { callId: string; from: string; reason: 'declined' | 'busy' | 'offline' | 'unanswered' };
  'call-end': { callId: string; from: string; reason: 'hangup' | 'cancelled' | 'lost' | 'answered_elsewhere' };
  typing: { from: string };
  newMessage: { message: Message };
  'messages-read': { by: string; with: string; upTo: number };
  'appointment-updated': { appointment: Appointment };
  notice: { notice: Notice };
  'running-late': { doctorId: string; minutes: number };
  'waiting-updated': { appointmentId: string; since: string; present: boolean };
  admitted: { appointmentId: string };
  'online-users': string[];
  'user-online': { userId: string };
  'user-offline': { userId: string };
}

interface ToCall {
  to: string;
  callId?: string;
}

/** What is sent, and what the ack of success holds besides `ok`. */
export interface ClientEvents {
  'call-user': {
    payload: { to: string; offer: SessionDescription; media?: CallMedia; appointmentId?: string };
    ack: { callId: string; online: boolean; glare: boolean; busy: boolean };
  };
  'answer-call': { payload: ToCall & { answer: SessionDescription }; ack: { callId: string } };
  'ice-candidate': { payload: ToCall & { candidate: IceCandidate }; ack: { callId: string } };
  'call-description': { payload: ToCall & { description: SessionDescription }; ack: { callId: string } };
  'call-rejected': {
    payload: ToCall & { reason?: 'declined' | 'busy' | 'offline' | 'unanswered' };
    ack: { callId: string };
  };
  'call-end': { payload: ToCall; ack: { callId: string } };
  'call-resume': {
    payload: { callId: string } | { to: string };
    ack: { call: CallState; description: SessionDescription | null };
  };
  typing: { payload: { to: string }; ack: object };
  'waiting-join': { payload: { appointmentId: string }; ack: { since: string } };
  'waiting-leave': { payload: { appointmentId: string }; ack: object };
  admit: { payload: { appointmentId: string }; ack: object };
}

/** Why an event had no effect: a code of docs/protocol.md, or of this side. */
export class SocketProblem extends Error {
  override readonly name = 'SocketProblem';
  readonly code: string;

  constructor(code: string, message = code) {
    super(message);
    this.code = code;
  }
}
