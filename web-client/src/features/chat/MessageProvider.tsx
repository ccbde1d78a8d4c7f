import { type ReactNode, useMemo } from 'react';
import { MessagesContext } from '@/shared/messages';

/** What every page knows of messages. */
export function MessageProvider({ children }: { children: ReactNode }) {
  const messages = useMemo(() => ({ unread: 0 }), []);
  return <MessagesContext value={messages}>{children}</MessagesContext>;
}
