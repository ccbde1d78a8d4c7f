import { createContext, useContext } from 'react';

/** What the rest of the app knows of messages. The chat feature provides it. */
export interface Messages {
  /** Unread messages over all conversations; shown in the navigation and in the title. */
  unread: number;
}

export const MessagesContext = createContext<Messages>({ unread: 0 });

export function useMessages(): Messages {
  return useContext(MessagesContext);
}
