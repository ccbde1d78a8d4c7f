import { createContext, useContext } from 'react';
import type { User } from '../api';

/**
 * Who uses this browser. `checking` until the server has said so; `lost` when the session ended by itself, which
 * keeps the place and what was typed for when the same person logs in again; `loggedOut` when the person has ended it
 * in this browser, here or in another tab.
 */
export type SessionState =
  | { status: 'checking' }
  | { status: 'unreachable' }
  | { status: 'anonymous'; loggedOut?: boolean }
  | { status: 'logged-in'; user: User }
  | { status: 'lost'; user: User };

export interface Session {
  state: SessionState;
  /** The logged-in person. */
  user: User | null;
  /** After a sign-up or log-in, or a change of one's own profile. */
  loggedIn: (user: User) => void;
  /** Ends the session here, at the server and in all tabs. */
  logOut: (options?: { everywhere?: boolean }) => Promise<void>;
  /** The server says that there is no session any more. */
  lost: () => void;
  /** Asks the server who is logged in. */
  check: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) {
    throw new Error('useSession needs the app around it');
  }
  return session;
}

/** The logged-in person, on pages that nobody else sees. */
export function useUser(): User {
  const { user } = useSession();
  if (user === null) {
    throw new Error('this page needs a session');
  }
  return user;
}
