import { History, type LoadState } from './history';
import { Items, type Item } from './items';
import { Outbox, type OutboxHost, type Unsent } from './outbox';
import type { ChatPorts, Message, OutgoingFile, UnsentText } from './ports';
import { hasOlder } from './timeline';
import { Typing } from './typing';

/** What a screen shows of a conversation; a new object whenever something of it changed. */
export interface ConversationView {
  readonly otherId: string;
  readonly load: LoadState;
  /** Why the first page did not come. */
  readonly failure: string | null;
  readonly items: readonly Item[];
  readonly hasOlder: boolean;
  readonly older: LoadState;
  readonly readByMe: number;
  readonly typing: boolean;
  /** The two may not talk any more; what was said stays. */
  readonly ended: boolean;
  /** When sending goes on after too many messages; null when nothing holds it. */
  readonly pausedUntil: number | null;
}

/** One conversation: what is stored, what is not sent yet, who has read how far, who types. */
export class Conversation implements OutboxHost {
  private ended = false;
  private closed = false;
  private shown: ConversationView | null = null;
  private readonly history: History;
  private readonly outbox: Outbox;
  private readonly typing: Typing;
  private readonly items: Items;

  constructor(
    private readonly me: string,
    readonly otherId: string,
    private readonly ports: ChatPorts,
    readonly connected: () => boolean,
    private readonly tellChange: (conversation: Conversation) => void,
  ) {
    const changed = () => {
      this.changed();
    };
    this.items = new Items(me);
    this.history = new History(me, otherId, ports.api, ports.clock, changed);
    this.outbox = new Outbox(ports.api, ports.clock, ports.newClientId, this);
    this.typing = new Typing(
      ports.clock,
      () => {
        ports.emitTyping(otherId);
      },
      changed,
    );
  }

  get view(): ConversationView {
    this.shown ??= this.look();
    return this.shown;
  }

  get unsent(): readonly Unsent[] {
    return this.outbox.unsent;
  }

  get readByMe(): number {
    return this.history.marks.readByMe;
  }

  /** See {@link History.unread}. */
  unread(last: number): number | null {
    return this.history.unread(last);
  }

  /** Loads the newest page, once; after a failure, again. */
  async open(): Promise<void> {
    this.mayHaveReopened();
    await this.history.open();
  }

  async loadOlder(): Promise<void> {
    await this.history.loadOlder();
  }

  /** The socket is there, maybe after a time without it: fetch what was missed, send what waits. */
  reconnected(): void {
    this.outbox.flush();
    this.history.reconnected();
  }

  /** The socket is there again, and tells what was missed: send what waits. */
  recovered(): void {
    this.outbox.flush();
    this.history.recovered();
  }

  arrived(message: Message): void {
    if (message.senderId !== this.me) {
      this.typing.stop();
    }
    this.history.arrived(message);
  }

  readUpTo(reader: string, upTo: number): void {
    this.history.readUpTo(reader, upTo);
  }

  heardTyping(): void {
    this.typing.heard();
  }

  stoppedTyping(): void {
    this.typing.stop();
  }

  typed(): void {
    if (!this.ended) {
      this.typing.typed();
    }
  }

  /** A message of the other person with this number was on the screen of a visible page. */
  seen(seq: number): void {
    if (this.history.marks.seen(seq)) {
      this.changed();
    }
  }

  send(text: string, file: OutgoingFile | null = null): void {
    this.outbox.send(text, file);
  }

  restore(texts: readonly UnsentText[]): void {
    this.outbox.restore(texts);
  }

  retry(clientId: string): void {
    this.outbox.retry(clientId);
  }

  discard(clientId: string): void {
    this.outbox.discard(clientId);
  }

  /** The two may have become able to talk again. */
  mayHaveReopened(): void {
    if (this.ended) {
      this.ended = false;
      this.changed();
    }
  }

  close(): void {
    this.closed = true;
    this.outbox.close();
    this.history.close();
    this.typing.stop();
  }

  highestSeq(): number {
    return this.history.timeline.high;
  }

  stored(message: Message): void {
    this.ended = false;
    this.arrived(message);
  }

  contactEnded(): void {
    this.ended = true;
    this.changed();
  }

  changed(): void {
    if (this.closed) {
      return;
    }
    this.confirmStored();
    this.shown = null;
    this.tellChange(this);
  }

  /** A stored message is never shown as unsent, whichever of reply, event and page arrived first. */
  private confirmStored(): void {
    if (this.outbox.unsent.length === 0) {
      return;
    }
    const { messages, ahead } = this.history.timeline;
    const stored = new Set(
      [...messages, ...ahead].flatMap(({ senderId, clientId }) => (senderId === this.me ? [clientId] : [])),
    );
    for (const { clientId } of this.outbox.unsent) {
      if (stored.has(clientId)) {
        this.outbox.confirm(clientId);
      }
    }
  }

  private look(): ConversationView {
    const { timeline, load, failure, older, marks } = this.history;
    const { pausedUntil } = this.outbox;
    return {
      otherId: this.otherId,
      load,
      failure,
      items: this.items.of(timeline.messages, this.outbox.unsent, marks.readByOther),
      hasOlder: hasOlder(timeline),
      older,
      readByMe: marks.readByMe,
      typing: this.typing.active,
      ended: this.ended,
      pausedUntil: pausedUntil > this.ports.clock.now() ? pausedUntil : null,
    };
  }
}
