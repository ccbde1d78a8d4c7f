import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { makeQueries } from './makeQueries';
import { NoticesProvider } from './NoticesProvider';
import { SessionProvider } from './SessionProvider';
import { SocketProvider } from './SocketProvider';

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
