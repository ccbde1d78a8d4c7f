import type { Unsent } from './outbox';
import type { Message } from './ports';

export type Item =
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: Message;
      readonly own: boolean;
      readonly read: boolean;
    }
  | { readonly kind: 'unsent'; readonly key: string; readonly unsent: Unsent };

/**
 * The lines of a conversation: stored messages by number, and what is not sent. A failed one stays below the message that was the last
 * when it failed, the others wait at the end. A line that did not change stays the same object, and a sent one keeps its key.
 */
export class Items {
  private known = new Map<string, Item>();

  constructor(private readonly me: string) {}

  of(messages: readonly Message[], unsent: readonly Unsent[], readByOther: number): readonly Item[] {
    const anchored = unsent
      .flatMap((entry) => (entry.anchor === null ? [] : [{ entry, anchor: entry.anchor }]))
      .sort((one, other) => one.anchor - other.anchor);
    const list: Item[] = [];
    const placeBelow = (seq: number) => {
      for (let first = anchored[0]; first !== undefined && first.anchor < seq; first = anchored[0]) {
        list.push(this.unsent(first.entry));
        anchored.shift();
      }
    };
    for (const message of messages) {
      placeBelow(message.seq);
      list.push(this.message(message, readByOther));
    }
    placeBelow(Number.POSITIVE_INFINITY);
    list.push(...unsent.filter(({ anchor }) => anchor === null).map((entry) => this.unsent(entry)));
    this.known = new Map(list.map((item) => [item.key, item]));
    return list;
  }

  private message(message: Message, readByOther: number): Item {
    const own = message.senderId === this.me;
    const read = own && message.seq <= readByOther;
    const key = `${message.senderId} ${message.clientId}`;
    const known = this.known.get(key);
    return known?.kind === 'message' && known.message === message && known.read === read
      ? known
      : { kind: 'message', key, message, own, read };
  }

  private unsent(unsent: Unsent): Item {
    const key = `${this.me} ${unsent.clientId}`;
    const known = this.known.get(key);
    return known?.kind === 'unsent' && known.unsent === unsent ? known : { kind: 'unsent', key, unsent };
  }
}
