import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { askAgain } from '@/shared/api';
import { MessagesContext } from '@/shared/messages';
import { STORED_NOTICES } from '@/shared/notices';
import { useSession } from '@/shared/session';
import { useSocket } from '@/shared/socket';
import { ChatContext } from './ChatContext';
import { ChatStarter } from './ChatStarter';

const nothingToHear = () => () => undefined;

/** What every page knows of messages, and the chat of whoever is logged in. */
export function MessageProvider({ children }: { children: ReactNode }) {
  const socket = useSocket();
  const queries = useQueryClient();
  // What was read is not news any more.
  const [chat] = useState(() => new ChatStarter(socket, () => askAgain(queries, STORED_NOTICES)));
  const { state } = useSession();
  const userId = state.status === 'logged-in' ? state.user.id : null;
  const anonymous = state.status === 'anonymous';

  useEffect(() => {
    if (userId !== null) {
      chat.begin(userId);
      return () => chat.end();
    }
    return undefined;
  }, [chat, userId]);

  useEffect(() => {
    if (anonymous) {
      chat.forget();
    }
  }, [chat, anonymous]);

  const messenger = useSyncExternalStore(chat.subscribe, () => chat.messenger);
  const unread = useSyncExternalStore(messenger?.subscribe ?? nothingToHear, () => messenger?.inboxView.unread ?? 0);
  const messages = useMemo(() => ({ unread }), [unread]);
  return (
    <MessagesContext value={messages}>
      <ChatContext value={messenger}>{children}</ChatContext>
    </MessagesContext>
  );
}
