import { useRef, useState } from 'react';
import { isProblem } from '@/shared/api';

/** How often one item is tried again after "too fast". */
const MOST_PAUSES = 5;
const LONGEST_PAUSE_SECONDS = 60;

interface Failure<Item> {
  item: Item;
  error: Error;
}

interface Each<Item> {
  /** Begins with those that are not done; resolves to those that did not work. */
  run: () => Promise<Failure<Item>[]>;
  /** Ends after the one that is on its way. */
  stop: () => void;
  done: number;
  running: boolean;
}

/** Does the same with one item after the other, as fast as the server takes it. A second run leaves out what is done. */
export function useEach<Item>(items: readonly Item[], action: (item: Item) => Promise<unknown>): Each<Item> {
  const done = useRef(new Set<Item>());
  const stopped = useRef(false);
  const [count, setCount] = useState(0);
  const [running, setRunning] = useState(false);

  const isStopped = () => stopped.current;
  const run = async () => {
    const failures: Failure<Item>[] = [];
    stopped.current = false;
    setRunning(true);
    for (const item of items.filter((each) => !done.current.has(each))) {
      if (isStopped()) {
        break;
      }
      try {
        await patiently(() => action(item));
        done.current.add(item);
        setCount(done.current.size);
      } catch (error) {
        failures.push({ item, error: error as Error });
      }
    }
    setRunning(false);
    return failures;
  };
  const stop = () => {
    stopped.current = true;
  };
  return { run, stop, done: count, running };
}

async function patiently(action: () => Promise<unknown>): Promise<void> {
  for (let pauses = 0; ; pauses++) {
    try {
      await action();
      return;
    } catch (error) {
      const seconds = isProblem(error, 'rate_limited') ? (error.retryAfter ?? 1) : Infinity;
      if (pauses === MOST_PAUSES || seconds > LONGEST_PAUSE_SECONDS) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}
