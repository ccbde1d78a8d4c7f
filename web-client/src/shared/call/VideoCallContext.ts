import { createContext, useContext } from 'react';

export type CallMedia = 'video' | 'audio';

export interface CallRequest {
  person: { id: string; name: string; avatar: string | null };
  media: CallMedia;
  /** The appointment that the call belongs to. */
  appointmentId?: string;
  /** Without the pre-call check: the other person is waiting for it. */
  atOnce?: boolean;
}

/** What pages know of calls. The calls feature provides it. */
export interface VideoCall {
  /** Opens the pre-call check, and then calls. Does nothing while a call is on. */
  startCall: (request: CallRequest) => void;
  /** The next call about this appointment, if it comes soon, is answered by itself; null: none is. */
  expectCall: (appointmentId: string | null) => void;
  /** Whether this device is in a call, or rings. */
  busy: boolean;
  /** Shows the call of an appointment in a place of the page, instead of over it. Null when the page is left. */
  dock: (place: CallPlace | null) => void;
}

/** Where a page has room for the call of an appointment. */
export interface CallPlace {
  element: HTMLElement;
  appointmentId: string;
}

export const VideoCallContext = createContext<VideoCall | null>(null);

export function useVideoCall(): VideoCall {
  const call = useContext(VideoCallContext);
  if (call === null) {
    throw new Error('useVideoCall needs the app around it');
  }
  return call;
}
