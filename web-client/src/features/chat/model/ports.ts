// What the chat model needs from its environment. No DOM, no React.
import type { Clock } from '@/shared/time';
import type { Conversation as ConversationSummary, Message } from '@/shared/api';

export type { Clock, ConversationSummary, Message };
export type Person = ConversationSummary['user'];

export interface ConversationsPage {
  readonly conversations: readonly ConversationSummary[];
  readonly nextCursor: string | null;
}

/** A picture that is ready to be sent. The size is known, so that its bubble never changes its height. */
interface OutgoingImage {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** A PDF that is ready to be sent. */
export interface OutgoingDocument {
  readonly blob: Blob;
  readonly name: string;
}

export type OutgoingFile = OutgoingImage | OutgoingDocument;

export function isDocument(file: OutgoingFile): file is OutgoingDocument {
  return 'name' in file;
}

export interface Outgoing {
  readonly clientId: string;
  readonly text: string;
  readonly file: OutgoingFile | null;
}

/** Why a request failed: a code of the server, or `offline` when there was no answer. */
export class RequestFailure extends Error {
  constructor(
    readonly code: string,
    readonly retryAfterMs: number | null = null,
  ) {
    super(code);
    this.name = 'RequestFailure';
  }
}

/** Every method rejects with a {@link RequestFailure}. */
/** Consecutive messages, ascending. Long ones make a page shorter than its limit. */
export interface MessagePage {
  readonly messages: readonly Message[];
  /** Whether there are others beyond, in the direction that was asked. */
  readonly hasMore: boolean;
}

export interface MessagesApi {
  conversations(cursor: string | null): Promise<ConversationsPage>;
  /** The `limit` newest messages below `before` (of all, when it is null), ascending. */
  before(userId: string, before: number | null, limit: number): Promise<MessagePage>;
  /** The `limit` oldest messages above `after`, ascending. */
  after(userId: string, after: number, limit: number): Promise<MessagePage>;
  /** A resend with the same client id answers the stored message. `progress` is told shares from 0 to 1. */
  send(userId: string, outgoing: Outgoing, progress: (share: number) => void, signal: AbortSignal): Promise<Message>;
  markRead(userId: string, upTo: number): Promise<void>;
}

/** A text that was typed and has no answer from the server yet. Files are not kept: they would not fit. */
export interface UnsentText {
  readonly to: string;
  readonly clientId: string;
  readonly text: string;
  readonly at: number;
}

/** What must survive a reload of the page. It is health data: it goes when the session ends. */
export interface Unfinished {
  readonly drafts: Readonly<Record<string, string>>;
  readonly unsent: readonly UnsentText[];
}

export interface UnfinishedStore {
  load(): Unfinished;
  save(unfinished: Unfinished): void;
  clear(): void;
}

export interface ChatPorts {
  readonly api: MessagesApi;
  readonly clock: Clock;
  readonly store: UnfinishedStore;
  /** Tells the other person that this one is typing; may drop it. */
  readonly emitTyping: (to: string) => void;
  readonly newClientId: () => string;
}
