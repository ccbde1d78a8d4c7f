import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { api, isProblem, nothing, onUnauthenticated, type User, userReplySchema } from '@/shared/api';
import { forgetDrafts } from '@/shared/forms';
import { useNotices } from '@/shared/notices';
import { runBeforeSignOut, type Session, SessionContext, type SessionState } from '@/shared/session';

/** Tabs tell each other; what they say holds no data. */
type Word = 'signed-in' | 'signed-out';

/** Who is signed in, the same in all tabs. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { clear } = useNotices();
  const [state, setState] = useState<SessionState>({ status: 'checking' });
  const tabs = useRef<BroadcastChannel>(null);
  const lastUser = useRef<string>(null);

  /** Nothing that was asked for, and no notice, outlives the session; what was typed does, when it ended by itself. */
  const drop = useCallback(() => {
    queries.clear();
    clear();
  }, [queries, clear]);

  const become = useCallback(
    (user: User) => {
      if (lastUser.current !== null && lastUser.current !== user.id) {
        drop();
        forgetDrafts();
      }
      lastUser.current = user.id;
      setState({ status: 'signed-in', user });
    },
    [drop],
  );

  const forget = useCallback(() => {
    lastUser.current = null;
    drop();
    forgetDrafts();
    setState({ status: 'anonymous', signedOut: true });
  }, [drop]);

  const lost = useCallback(() => {
    setState((before) => {
      if ('user' in before) {
        return { status: 'lost', user: before.user };
      }
      return before.status === 'anonymous' ? before : { status: 'anonymous' };
    });
    drop();
  }, [drop]);

  const check = useCallback(async () => {
    try {
      become((await api.get('/api/auth/me', userReplySchema)).user);
    } catch (error) {
      if (isProblem(error, 'unauthenticated')) {
        lost();
      } else {
        setState((before) => (before.status === 'checking' ? { status: 'unreachable' } : before));
      }
    }
  }, [become, lost]);

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

  // A page that the browser takes from its memory would show what is not to be seen any more: it is put away unseen, and
  // seen again once it is known to be asking who is signed in.
  useEffect(() => {
    const hidden = ({ persisted }: PageTransitionEvent) => {
      if (persisted) {
        document.documentElement.style.visibility = 'hidden';
      }
    };
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) {
        setState({ status: 'checking' });
        void check();
      }
    };
    window.addEventListener('pagehide', hidden);
    window.addEventListener('pageshow', shown);
    return () => {
      window.removeEventListener('pagehide', hidden);
      window.removeEventListener('pageshow', shown);
    };
  }, [check]);
  useLayoutEffect(() => {
    document.documentElement.style.visibility = '';
  }, [state]);

  const session = useMemo<Session>(
    () => ({ state, user: state.status === 'signed-in' ? state.user : null, signedIn, signOut, lost, check }),
    [state, signedIn, signOut, lost, check],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}
