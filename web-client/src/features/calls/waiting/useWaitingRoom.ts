import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useVideoCall } from '@/shared/call';
import { SocketProblem, useSocket, useSocketEvent, useSocketState } from '@/shared/socket';

/** `ended`: this device waits no longer, because of a call, a change of the visit, or a long outage. */
export type Waiting = { state: 'joining' | 'waiting' | 'ended' } | { state: 'refused'; code: string };

/** Not refused: it is asked again when the connection is back. */
const AWAY = new Set(['offline', 'timeout', 'unavailable']);

/**
 * Waits for an appointment for as long as the page is there; after a reconnect the place is taken again. A reload, too,
 * keeps the place, since a page that is closed says nothing: the server notices within half a minute.
 */
export function useWaitingRoom(appointmentId: string) {
  const socket = useSocket();
  const socketState = useSocketState();
  const { expectCall } = useVideoCall();
  const [waiting, setWaiting] = useState<Waiting>({ state: 'joining' });
  const asked = useRef(0);
  /** Which stay this is; null while that is being asked. What is told of an earlier one may come late. */
  const since = useRef<string>(null);

  const join = () => {
    const turn = ++asked.current;
    since.current = null;
    const told = (next: Waiting) => {
      if (turn === asked.current) {
        setWaiting(next);
      }
    };
    socket.emit('waiting-join', { appointmentId }).then(
      (ack) => {
        if (turn === asked.current) {
          since.current = ack.since;
        }
        told({ state: 'waiting' });
      },
      (error: unknown) => {
        const code = error instanceof SocketProblem ? error.code : 'internal';
        told(AWAY.has(code) ? { state: 'joining' } : { state: 'refused', code });
      },
    );
  };
  const joinAgain = useEffectEvent(() => {
    if (waiting.state === 'joining' || waiting.state === 'waiting') {
      join();
    }
  });
  useEffect(() => {
    if (socketState === 'connected') {
      joinAgain();
    }
  }, [socketState]);
  useEffect(
    () => () => {
      asked.current++;
      expectCall(null);
      socket.emit('waiting-leave', { appointmentId }).catch(() => undefined);
    },
    [socket, expectCall, appointmentId],
  );
  useSocketEvent('admitted', (event) => {
    if (event.appointmentId === appointmentId) {
      expectCall(appointmentId);
    }
  });
  useSocketEvent('waiting-updated', (event) => {
    if (event.appointmentId === appointmentId && !event.present && event.since === since.current) {
      since.current = null;
      setWaiting({ state: 'ended' });
    }
  });
  const enter = () => {
    setWaiting({ state: 'joining' });
    join();
  };
  const away = waiting.state === 'waiting' && socketState !== 'connected';
  return { waiting: away ? ({ state: 'joining' } as const) : waiting, enter };
}
