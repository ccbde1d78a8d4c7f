import * as v from 'valibot';
import { api, conversationSchema, isProblem, messageSchema, nothing, upload } from '@/shared/api';
import { messagesPath, sendText, sentReply } from '@/shared/messages';
import { isDocument, type MessagesApi, type Outgoing, RequestFailure } from './model/ports';

const LIST_PAGE = 100;
const pageSchema = v.object({ messages: v.array(messageSchema), hasMore: v.boolean() });
const listSchema = v.object({ conversations: v.array(conversationSchema), nextCursor: v.nullable(v.string()) });

/** Chat over REST, as the model wants it. */
export const chatApi: MessagesApi = {
  conversations: (cursor) => answered(api.get('/api/messages', listSchema, { query: { cursor, limit: LIST_PAGE } })),
  before: (userId, before, limit) => page(userId, { before, limit }),
  after: (userId, after, limit) => page(userId, { after, limit }),
  send: async (userId, outgoing, progress, signal) => {
    if (outgoing.file === null) {
      return answered(sendText(userId, outgoing, signal));
    }
    const form = formOf(outgoing);
    return (await answered(upload(messagesPath(userId), sentReply, { method: 'POST', form, progress, signal })))
      .message;
  },
  markRead: async (userId, upTo) => {
    await answered(api.post(`${messagesPath(userId)}/read`, nothing, { body: { upTo } }));
  },
};

function page(userId: string, query: Record<string, number | null>) {
  return answered(api.get(messagesPath(userId), pageSchema, { query }));
}

function formOf({ text, file, clientId }: Outgoing): FormData {
  const form = new FormData();
  form.set('clientId', clientId);
  if (text !== '') {
    form.set('text', text);
  }
  if (file !== null && isDocument(file)) {
    form.set('document', file.blob, 'document');
    form.set('documentName', file.name);
  } else if (file !== null) {
    form.set('image', file.blob, 'photo');
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
