import { Conversation } from './conversation';
import { Inbox, type InboxView } from './inbox';
import type { ChatPorts, Message, Unfinished, UnsentText } from './ports';

/** Chat of one logged-in person: every conversation, the list of them, and what must survive a reload. */
export class Messenger {
  private readonly conversations = new Map<string, Conversation>();
  private readonly listeners = new Set<() => void>();
  private readonly inbox: Inbox;
  private drafts: ReadonlyMap<string, string>;
  private isConnected = false;
  private closed = false;
  private list: InboxView | null = null;
  private saved = '';

  /** @param before what an earlier session of this person left unfinished in this page, besides what the store holds */
  constructor(
    readonly me: string,
    private readonly ports: ChatPorts,
    before: Unfinished | null = null,
  ) {
    this.inbox = new Inbox(
      me,
      ports.api,
      ports.clock,
      (userId, last) => this.conversations.get(userId)?.unread(last) ?? null,
      () => {
        this.changed();
      },
    );
    const kept = before ?? ports.store.load();
    this.drafts = new Map(Object.entries(kept.drafts));
    this.restore(kept.unsent);
  }

  get inboxView(): InboxView {
    this.list ??= this.inbox.view;
    return this.list;
  }

  /** Everything that is typed and not stored. */
  get unfinished(): Unfinished {
    const unsent = [...this.conversations.values()].flatMap((conversation) =>
      conversation.unsent
        .filter((entry) => entry.file === null)
        .map(({ clientId, text, at }) => ({ to: conversation.otherId, clientId, text, at })),
    );
    return { drafts: Object.fromEntries(this.drafts), unsent };
  }

  /** Whether closing the page now would lose something: a file that is not stored. */
  get wouldLose(): boolean {
    return [...this.conversations.values()].some((conversation) =>
      conversation.unsent.some((entry) => entry.file !== null),
    );
  }

  /** Called after every change, until the answer is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  conversation(otherId: string): Conversation {
    let conversation = this.conversations.get(otherId);
    if (conversation === undefined) {
      conversation = new Conversation(
        this.me,
        otherId,
        this.ports,
        () => this.isConnected,
        (changed) => {
          this.inbox.readUpTo(changed.otherId, changed.readByMe);
          this.save();
          this.changed();
        },
      );
      this.conversations.set(otherId, conversation);
    }
    return conversation;
  }

  draft(otherId: string): string {
    return this.drafts.get(otherId) ?? '';
  }

  setDraft(otherId: string, text: string): void {
    const drafts = new Map(this.drafts);
    if (text === '') {
      drafts.delete(otherId);
    } else {
      drafts.set(otherId, text);
    }
    this.drafts = drafts;
    this.save();
  }

  async refreshInbox(): Promise<void> {
    await this.inbox.refresh();
  }

  /** The socket is up: for the first time, or again. */
  connected(): void {
    this.isConnected = true;
    this.catchUp();
  }

  /** The socket is up again, and tells everything that was missed. */
  recovered(): void {
    this.isConnected = true;
    this.conversations.forEach((conversation) => {
      conversation.recovered();
    });
  }

  /** Asks for what may have been missed, and sends what waits. */
  catchUp(): void {
    void this.inbox.refresh();
    this.conversations.forEach((conversation) => {
      conversation.reconnected();
    });
  }

  disconnected(): void {
    this.isConnected = false;
    this.conversations.forEach((conversation) => {
      conversation.stoppedTyping();
    });
  }

  /** A stored message, to or from this person, told by the socket. */
  arrived(message: Message): void {
    const other = message.senderId === this.me ? message.receiverId : message.senderId;
    this.conversations.get(other)?.arrived(message);
    this.inbox.arrived(message);
  }

  /** `by` has read what `with` wrote, up to a number. */
  messagesRead({ by, with: other, upTo }: { by: string; with: string; upTo: number }): void {
    const mine = by === this.me;
    this.conversations.get(mine ? other : by)?.readUpTo(by, upTo);
    if (mine) {
      this.inbox.readUpTo(other, upTo);
    }
  }

  typing(from: string): void {
    this.conversations.get(from)?.heardTyping();
  }

  wentOffline(userId: string): void {
    this.conversations.get(userId)?.stoppedTyping();
  }

  /** An appointment of the two changed: they may be able to talk again. */
  appointmentChanged(userId: string): void {
    this.conversations.get(userId)?.mayHaveReopened();
  }

  /** The session is over. Nothing is sent any more, nothing stays in the browser. */
  close(): void {
    this.closed = true;
    this.inbox.close();
    this.conversations.forEach((conversation) => {
      conversation.close();
    });
    this.listeners.clear();
    this.ports.store.clear();
  }

  private restore(unsent: readonly UnsentText[]): void {
    for (const to of new Set(unsent.map((text) => text.to))) {
      this.conversation(to).restore(unsent.filter((text) => text.to === to));
    }
  }

  private save(): void {
    const { unfinished } = this;
    const text = JSON.stringify(unfinished);
    if (!this.closed && text !== this.saved) {
      this.saved = text;
      this.ports.store.save(unfinished);
    }
  }

  private changed(): void {
    if (!this.closed) {
      this.list = null;
      this.listeners.forEach((listener) => {
        listener();
      });
    }
  }
}
