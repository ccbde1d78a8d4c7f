import { useEffect, useRef, useState } from 'react';
import { systemClock } from '@/shared/time';
import { loadIceSettings } from '../browser/iceSettings';
import { checkConnection, type CheckResult, type CheckStep } from './checkConnection';
import { openLoopback } from './loopback';

const PORTS = { clock: systemClock, servers: async () => (await loadIceSettings()).iceServers, open: openLoopback };

export type ConnectionState = { step: 'idle' | CheckStep } | { step: 'done'; result: CheckResult };

/** Checks the connection when asked to; gives up with the page. */
export function useConnectionCheck() {
  const [state, setState] = useState<ConnectionState>({ step: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const stop = () => {
    running.current?.abort();
    setState({ step: 'idle' });
  };
  const start = () => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const told = (next: ConnectionState) => {
      if (!mine.signal.aborted) {
        setState(next);
      }
    };
    void checkConnection(PORTS, mine.signal, (step) => told({ step })).then((result) => told({ step: 'done', result }));
  };
  return { state, start, stop };
}
