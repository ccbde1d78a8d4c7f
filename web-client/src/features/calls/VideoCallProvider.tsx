import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type CallPlace, type CallRequest, type VideoCall, VideoCallContext } from '@/shared/call';
import { lazyPart } from '@/shared/lazy';
import { useSession } from '@/shared/session';
import { useSocket } from '@/shared/socket';
import { Boundary } from '@/shared/ui';
import { CallInbox } from './CallInbox';
import { CallsLoadingNotice, CallsUnavailableNotice } from './CallNotices';

const CallHost = lazyPart(() => import('./CallHost'));

/** Calls on every page. Their code is loaded when somebody is logged in; earlier events wait. */
export function VideoCallProvider({ children }: { children: ReactNode }) {
  const socket = useSocket();
  const { user } = useSession();
  const [inbox] = useState(() => new CallInbox());
  const [request, setRequest] = useState<CallRequest | null>(null);
  const [busy, setBusy] = useState(false);
  const [place, dock] = useState<CallPlace | null>(null);

  useEffect(() => inbox.open(socket), [inbox, socket]);
  const done = useCallback(() => setRequest(null), []);
  // A button that was made during a call still works after it.
  const isBusy = useRef(false);
  const busyChanged = useCallback((now: boolean) => {
    isBusy.current = now;
    setBusy(now);
  }, []);
  const startCall = useCallback((wanted: CallRequest) => {
    if (!isBusy.current) {
      setRequest(wanted);
    }
  }, []);
  const expectCall = useCallback(
    (appointmentId: string | null) => inbox.add({ event: 'admitted', appointmentId }),
    [inbox],
  );
  const call = useMemo<VideoCall>(() => ({ startCall, expectCall, busy, dock }), [startCall, expectCall, busy]);
  return (
    <VideoCallContext value={call}>
      {children}
      {user !== null && (
        <Boundary fallback={<CallsUnavailableNotice />}>
          <Suspense fallback={<CallsLoadingNotice wanted={request !== null} />}>
            <CallHost
              key={user.id}
              user={user}
              inbox={inbox}
              request={request}
              place={place}
              requestDone={done}
              onBusy={busyChanged}
            />
          </Suspense>
        </Boundary>
      )}
    </VideoCallContext>
  );
}
