import { notifyManager, QueryClient } from '@tanstack/react-query';
import { isProblem } from '@/shared/api';

const RETRIES = 2;
/** What could not be loaded is asked for again, also while nobody presses anything. */
const AGAIN_MS = 15_000;

// A button becomes busy before the next press is handled, even on a slow device.
notifyManager.setScheduler(queueMicrotask);

const isPassing = (error: unknown) => isProblem(error) && error.passing;

/** What pages ask the server and have sent to it. */
export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Without a network the service worker may have a copy.
        networkMode: 'offlineFirst',
        retry: (failures, error) => failures < RETRIES && isPassing(error),
        refetchInterval: ({ state: { status, error } }) => status === 'error' && isPassing(error) && AGAIN_MS,
        retryDelay: (failures, error) =>
          isProblem(error) && error.retryAfter !== undefined ? error.retryAfter * 1_000 : 500 * 2 ** failures,
      },
      // What cannot be sent now is not sent later, when the person may want something else.
      mutations: { networkMode: 'always' },
    },
  });
}
