import { createContext, useContext } from 'react';

export type CallMedia = 'video' | 'audio';

export interface CallRequest {
  person: { id: string; name: string; avatar: string | null };
  media: CallMedia;
  /** The appointment that the call belongs to. */
  appointmentId?: string;
}

/** What pages know of calls. The calls feature provides it. */
export interface VideoCall {
  /** Opens the pre-call check, and then calls. Does nothing while a call is on. */
  startCall: (request: CallRequest) => void;
  /** Whether this device is in a call, or rings. */
  busy: boolean;
}

export const VideoCallContext = createContext<VideoCall | null>(null);

export function useVideoCall(): VideoCall {
  const call = useContext(VideoCallContext);
  if (call === null) {
    throw new Error('useVideoCall needs the app around it');
  }
  return call;
}
