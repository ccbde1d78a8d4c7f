import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ConversationView } from './model/conversation';
import type { InboxView } from './model/inbox';
import type { Messenger } from './model/messenger';

export const ChatContext = createContext<Messenger | null>(null);

/** The chat of the logged-in person; null for a moment after logging in. */
export function useMessenger(): Messenger | null {
  return useContext(ChatContext);
}

export function useInbox(messenger: Messenger): InboxView {
  return useSyncExternalStore(messenger.subscribe, () => messenger.inboxView);
}

export function useConversation(messenger: Messenger, otherId: string): ConversationView {
  return useSyncExternalStore(messenger.subscribe, () => messenger.conversation(otherId).view);
}
