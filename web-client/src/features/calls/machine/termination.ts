import type { CallSnapshot } from './snapshot';
import type { CallRequests } from './wire';

/** What the server has still to hear when a call is over here. */
export type Termination =
  | { name: 'call-end'; payload: CallRequests['call-end']['sends'] }
  | { name: 'call-rejected'; payload: CallRequests['call-rejected']['sends'] };

/** Null while only the answer of the server will say which call it is. */
export function terminationOf({ phase, callId, peer }: CallSnapshot): Termination | null {
  if (callId === null) return null;
  return phase === 'incoming'
    ? { name: 'call-rejected', payload: { to: peer.id, callId, reason: 'declined' } }
    : endOf(peer.id, callId);
}

/** @param callId null for the call of the two, whichever it is */
export function endOf(to: string, callId: string | null): Termination {
  return { name: 'call-end', payload: callId === null ? { to } : { to, callId } };
}
