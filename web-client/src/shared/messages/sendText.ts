import * as v from 'valibot';
import { api, type Message, messageSchema } from '../api';

export const sentReply = v.object({ message: messageSchema });

export function messagesPath(userId: string): string {
  return `/api/messages/${encodeURIComponent(userId)}`;
}

/** Sends a text to a contact. Sent again with the same client id, it is not stored twice. */
export async function sendText(
  userId: string,
  { text, clientId }: { text: string; clientId: string },
  signal?: AbortSignal,
): Promise<Message> {
  return (await api.post(messagesPath(userId), sentReply, { body: { text, clientId }, signal })).message;
}
