import * as v from 'valibot';
import type { SchemaOf } from './shapes';

const text = v.string();
const optionalText = v.nullable(text);

export const messageSchema = v.object({
  id: text,
  seq: v.number(),
  senderId: text,
  receiverId: text,
  text: optionalText,
  image: v.nullable(v.object({ id: text, url: text, width: v.number(), height: v.number() })),
  document: v.nullable(v.object({ id: text, url: text, name: text, bytes: v.number() })),
  clientId: text,
  createdAt: text,
  readAt: optionalText,
}) satisfies SchemaOf<'Message'>;

export const conversationSchema = v.object({
  user: v.object({
    id: text,
    role: v.picklist(['doctor', 'patient', 'admin']),
    name: text,
    avatar: optionalText,
    online: v.boolean(),
  }),
  lastMessage: messageSchema,
  unread: v.number(),
}) satisfies SchemaOf<'Conversation'>;

export type Message = v.InferOutput<typeof messageSchema>;
export type Conversation = v.InferOutput<typeof conversationSchema>;
