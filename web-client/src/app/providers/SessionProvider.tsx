import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { api, isProblem, nothing, onUnauthenticated, type User, userReplySchema } from '@/shared/api';
import { forgetCopies, openTabChannel, type TabChannel } from '@/shared/browser';
import { forgetDrafts } from '@/shared/forms';
import { useNotices } from '@/shared/notices';
import { runBeforeLogOut, type Session, SessionContext, type SessionState } from '@/shared/session';

const ASK_AGAIN_MS = 3_000;

/** Tabs notify each other; their messages contain no data. */
type Word = 'logged-in' | 'logged-out';

/** Who is logged in, the same in all tabs. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { clear } = useNotices();
  const [state, setState] = useState<SessionState>({ status: 'checking' });
  const tabs = useRef<TabChannel<Word>>(null);
  const lastUser = useRef<string>(null);

  /** No loaded data and no notice survives the session. What was typed does, if the session ended by itself. */
  const drop = useCallback(() => {
    queries.clear();
    clear();
    forgetCopies();
  }, [queries, clear]);

  const logIn = useCallback(
    (user: User) => {
      if (lastUser.current !== null && lastUser.current !== user.id) {
        drop();
        forgetDrafts();
      }
      lastUser.current = user.id;
      setState({ status: 'logged-in', user });
    },
    [drop],
  );

  const forget = useCallback(() => {
    lastUser.current = null;
    drop();
    forgetDrafts();
    setState({ status: 'anonymous', loggedOut: true });
  }, [drop]);

  const lost = useCallback(() => {
    setState((before) => {
      if ('user' in before) {
        return { status: 'lost', user: before.user };
      }
      return before.status === 'anonymous' ? before : { status: 'anonymous' };
    });
    // What was loaded before anybody was logged in is public, and a page may be waiting for it.
    if (lastUser.current !== null) {
      drop();
    }
  }, [drop]);

  const check = useCallback(async () => {
    try {
      logIn((await api.get('/api/auth/me', userReplySchema)).user);
    } catch (error) {
      if (isProblem(error, 'unauthenticated')) {
        lost();
      } else {
        setState((before) => (before.status === 'checking' ? { status: 'unreachable' } : before));
      }
    }
  }, [logIn, lost]);

  const loggedIn = useCallback(
    (user: User) => {
      logIn(user);
      tabs.current?.post('logged-in');
    },
    [logIn],
  );

  const logOut = useCallback(
    async ({ everywhere = false } = {}) => {
      await runBeforeLogOut();
      try {
        await api.post('/api/auth/logout', nothing, { query: everywhere ? { everywhere } : {} });
      } catch (error) {
        // Without a session there is nothing to end; everything else means that it has not ended.
        if (!isProblem(error, 'unauthenticated')) {
          throw error;
        }
      }
      tabs.current?.post('logged-out');
      forget();
    },
    [forget],
  );

  // One failed request must not log anybody out: asks until there is an answer.
  const unreachable = state.status === 'unreachable';
  useEffect(() => {
    if (!unreachable) {
      return undefined;
    }
    const ask = () => void check();
    const timer = setInterval(ask, ASK_AGAIN_MS);
    window.addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', ask);
    };
  }, [unreachable, check]);

  useEffect(() => {
    const channel = openTabChannel<Word>('session', (word) => (word === 'logged-out' ? forget() : void check()));
    tabs.current = channel;
    // Asked in a separate task, because the result becomes state.
    const first = setTimeout(() => void check());
    const stop = onUnauthenticated(lost);
    return () => {
      clearTimeout(first);
      channel.close();
      stop();
    };
  }, [check, forget, lost]);

  // A page that the browser restores from memory could show data of an ended session: it is hidden, and shown again
  // once it asks who is logged in.
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
    () => ({ state, user: state.status === 'logged-in' ? state.user : null, loggedIn, logOut, lost, check }),
    [state, loggedIn, logOut, lost, check],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}
