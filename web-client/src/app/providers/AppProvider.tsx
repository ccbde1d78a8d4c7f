import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isProblem } from '@/shared/api';
import { NoticesProvider } from './NoticesProvider';
import { SessionProvider } from './SessionProvider';
import { SocketProvider } from './SocketProvider';

const RETRIES = 2;

// A button becomes busy before the next press is handled, even on a slow device.
notifyManager.setScheduler(queueMicrotask);

function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Without a network the service worker may have a copy.
        networkMode: 'offlineFirst',
        retry: (failures, error) => failures < RETRIES && isProblem(error) && error.passing,
        retryDelay: (failures, error) =>
          isProblem(error) && error.retryAfter !== undefined ? error.retryAfter * 1_000 : 500 * 2 ** failures,
      },
    },
  });
}

/** The state of the whole app: notices, the session, and the connection for live events. */
export function AppProvider({ children }: { children: ReactNode }) {
  const [queries] = useState(makeQueries);
  return (
    <QueryClientProvider client={queries}>
      <NoticesProvider>
        <SessionProvider>
          <SocketProvider>{children}</SocketProvider>
        </SessionProvider>
      </NoticesProvider>
    </QueryClientProvider>
  );
}
