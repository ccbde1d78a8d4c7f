import { createContext, useContext, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { ServerEvents } from './events';
import type { LiveSocket, SocketState } from './LiveSocket';
import type { OnlineUsers } from './OnlineUsers';

export const SocketContext = createContext<{ socket: LiveSocket; online: OnlineUsers } | null>(null);

function useLive() {
  const live = useContext(SocketContext);
  if (live === null) {
    throw new Error('useSocket needs the app around it');
  }
  return live;
}

/** The connection; the same object for the life of the page. */
export function useSocket(): LiveSocket {
  return useLive().socket;
}

export function useSocketState(): SocketState {
  const { socket } = useLive();
  return useSyncExternalStore(
    (changed) => socket.onState(changed),
    () => socket.state,
  );
}

/** Hears one event for as long as the component is there. */
export function useSocketEvent<Event extends keyof ServerEvents>(
  event: Event,
  listener: (payload: ServerEvents[Event]) => void,
): void {
  const socket = useSocket();
  const heard = useEffectEvent(listener);
  useEffect(() => socket.on(event, (payload) => heard(payload)), [socket, event]);
}

/** Runs after each connect that did not recover: ask again for what may have been missed. */
export function useResync(listener: () => void): void {
  const socket = useSocket();
  const heard = useEffectEvent(listener);
  useEffect(() => socket.onResync(() => heard()), [socket]);
}

/** Whether a person whom the user may talk to is connected; undefined while that is not known. */
export function useOnline(userId: string): boolean | undefined {
  const { online } = useLive();
  return useSyncExternalStore(
    (changed) => online.onChange(changed),
    () => online.has(userId),
  );
}
