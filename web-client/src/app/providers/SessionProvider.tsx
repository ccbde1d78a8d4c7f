import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api, isProblem, nothing, onUnauthenticated, type User, userReplySchema } from '@/shared/api';
import { forgetDrafts } from '@/shared/forms';
import { runBeforeSignOut, type Session, SessionContext, type SessionState } from '@/shared/session';

/** Tabs tell each other; what they say holds no data. */
type Word = 'signed-in' | 'signed-out';

/** Who is signed in, the same in all tabs. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<SessionState>({ status: 'checking' });
  const tabs = useRef<BroadcastChannel>(null);
  const lastUser = useRef<string>(null);

  const become = useCallback(
    (user: User) => {
      if (lastUser.current !== null && lastUser.current !== user.id) {
        queries.clear();
        forgetDrafts();
      }
      lastUser.current = user.id;
      setState({ status: 'signed-in', user });
    },
    [queries],
  );

  const forget = useCallback(() => {
    lastUser.current = null;
    queries.clear();
    forgetDrafts();
    setState({ status: 'anonymous' });
  }, [queries]);

  const lost = useCallback(() => {
    setState((before) => (before.status === 'signed-in' ? { status: 'lost', user: before.user } : before));
    queries.clear();
  }, [queries]);

  const check = useCallback(async () => {
    try {
      become((await api.get('/api/auth/me', userReplySchema)).user);
    } catch (error) {
      if (isProblem(error, 'unauthenticated')) {
        setState((before) => (before.status === 'signed-in' || before.status === 'lost' ? { status: 'lost', user: before.user } : { status: 'anonymous' }));
      } else {
        setState((before) => (before.status === 'checking' ? { status: 'unreachable' } : before));
      }
    }
  }, [become]);

  const signedIn = useCallback(
    (user: User) => {
      become(user);
      tabs.current?.postMessage('signed-in' satisfies Word);
    },
    [become],
  );

  const signOut = useCallback(
    async ({ everywhere = false } = {}) => {
      await runBeforeSignOut();
      try {
        await api.post('/api/auth/logout', nothing, { query: everywhere ? { everywhere } : {} });
      } catch (error) {
        // Without a session there is nothing to end; everything else means that it has not ended.
        if (!isProblem(error, 'unauthenticated')) {
          throw error;
        }
      }
      tabs.current?.postMessage('signed-out' satisfies Word);
      forget();
    },
    [forget],
  );

  useEffect(() => {
    const channel = new BroadcastChannel('session');
    tabs.current = channel;
    channel.onmessage = ({ data }: MessageEvent<Word>) => (data === 'signed-out' ? forget() : void check());
    // Asked in a task of its own, because what comes of it is state.
    const first = setTimeout(() => void check());
    const stop = onUnauthenticated(lost);
    return () => {
      clearTimeout(first);
      channel.close();
      stop();
    };
  }, [check, forget, lost]);

  // A page that the browser took from its memory may show what is not to be seen any more.
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) {
        void check();
      }
    };
    window.addEventListener('pageshow', shown);
    return () => window.removeEventListener('pageshow', shown);
  }, [check]);

  const session = useMemo<Session>(
    () => ({ state, user: state.status === 'signed-in' ? state.user : null, signedIn, signOut, lost, check }),
    [state, signedIn, signOut, lost, check],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}
