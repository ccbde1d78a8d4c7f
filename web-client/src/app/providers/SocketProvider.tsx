import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useConfig } from '@/shared/config';
import { useSession } from '@/shared/session';
import { LiveSocket, OnlineUsers, SocketContext } from '@/shared/socket';

/** One connection for live events, open as long as somebody is logged in. */
export function SocketProvider({ children }: { children: ReactNode }) {
  const { state, check } = useSession();
  const [ended] = useState(() => new EventTarget());
  const live = useMemo(() => {
    const socket = new LiveSocket(() => ended.dispatchEvent(new Event('ended')));
    return { socket, online: new OnlineUsers(socket) };
  }, [ended]);
  const config = useConfig(state.status === 'logged-in');
  const userId = state.status === 'logged-in' ? state.user.id : null;
  const path = config?.signalingPath;
  const url = config?.signalingUrl ?? null;

  const sessionEnded = useEffectEvent(() => void check());
  useEffect(() => {
    const heard = () => sessionEnded();
    ended.addEventListener('ended', heard);
    return () => ended.removeEventListener('ended', heard);
  }, [ended]);

  useEffect(() => {
    if (userId === null || path === undefined) {
      return;
    }
    void live.socket.open({ url, path });
    return () => live.socket.close();
  }, [live, userId, url, path]);

  return <SocketContext value={live}>{children}</SocketContext>;
}
