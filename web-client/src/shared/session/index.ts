export { SessionContext, useSession, useUser, type Session, type SessionState } from './SessionContext';
export { beforeSignOut, runBeforeSignOut } from './signingOut';
