import { type ReactNode, useMemo } from 'react';
import { type VideoCall, VideoCallContext } from '@/shared/call';

/** Calls on every page. */
export function VideoCallProvider({ children }: { children: ReactNode }) {
  const call = useMemo<VideoCall>(() => ({ startCall: () => undefined, busy: false }), []);
  return <VideoCallContext value={call}>{children}</VideoCallContext>;
}
