export { SessionContext, useSession, useUser, type Session, type SessionState } from './SessionContext';
export { beforeLogOut, runBeforeLogOut } from './loggingOut';
