import * as v from 'valibot';
import { api, conversationSchema, isProblem, messageSchema, nothing, upload } from '@/shared/api';
import { type MessagesApi, type Outgoing, RequestFailure } from './model/ports';

const LIST_PAGE = 100;
const sentSchema = v.object({ message: messageSchema });
const pageSchema = v.object({ messages: v.array(messageSchema), hasMore: v.boolean() });
const listSchema = v.object({ conversations: v.array(conversationSchema), nextCursor: v.nullable(v.string()) });

/** Chat over REST, as the model wants it. */
export const chatApi: MessagesApi = {
  conversations: (cursor) => answered(api.get('/api/messages', listSchema, { query: { cursor, limit: LIST_PAGE } })),
  before: (userId, before, limit) => page(userId, { before, limit }),
  after: (userId, after, limit) => page(userId, { after, limit }),
  send: async (userId, outgoing, progress, signal) => {
    const { message } = await answered(
      outgoing.image === null
        ? api.post(pathOf(userId), sentSchema, { body: { text: outgoing.text, clientId: outgoing.clientId }, signal })
        : upload(pathOf(userId), sentSchema, { method: 'POST', form: formOf(outgoing), progress, signal }),
    );
    return message;
  },
  markRead: async (userId, upTo) => {
    await answered(api.post(`${pathOf(userId)}/read`, nothing, { body: { upTo } }));
  },
};

function page(userId: string, query: Record<string, number | null>) {
  return answered(api.get(pathOf(userId), pageSchema, { query }));
}

function pathOf(userId: string): string {
  return `/api/messages/${encodeURIComponent(userId)}`;
}

function formOf({ text, image, clientId }: Outgoing): FormData {
  const form = new FormData();
  form.set('clientId', clientId);
  if (text !== '') {
    form.set('text', text);
  }
  if (image !== null) {
    form.set('image', image.blob, 'photo');
  }
  return form;
}

async function answered<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    const retryAfterMs = error.retryAfter === undefined ? null : error.retryAfter * 1000;
    throw new RequestFailure(error.code, retryAfterMs);
  }
}
