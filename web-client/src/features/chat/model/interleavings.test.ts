import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ME, OTHER, World, turns } from '../testing/world';
import { Messenger } from './messenger';
import type { Message } from './ports';

type SocketEvent = { message: Message } | { by: string; upTo: number };

/** A device whose socket drops and comes back, and whose requests are slow, lost, or answered out of order. */
class Device {
  readonly world = new World();
  readonly messenger = new Messenger(ME, this.world.ports);
  readonly conversation = this.messenger.conversation(OTHER);
  private connected = false;
  private readonly events: SocketEvent[] = [];
  private typed = 0;
  private marks = { mine: 0, read: 0 };

  constructor() {
    this.world.server.onMessage = (message) => {
      this.emit({ message });
    };
    this.world.server.onRead = (by, upTo) => {
      this.emit({ by, upTo });
    };
  }

  get sent(): number {
    return this.typed;
  }

  connect(): void {
    if (!this.connected) {
      this.connected = true;
      this.messenger.connected();
    }
  }

  disconnect(): void {
    this.connected = false;
    this.events.length = 0;
    this.messenger.disconnected();
  }

  send(): void {
    this.typed += 1;
    this.conversation.send(`here ${String(this.typed)}`);
  }

  hear(): void {
    const event = this.events.shift();
    if (event === undefined) {
      return;
    }
    if ('message' in event) {
      this.messenger.arrived(event.message);
    } else {
      this.messenger.messagesRead({
        by: event.by,
        with: event.by === ME ? OTHER : ME,
        upTo: event.upTo,
      });
    }
  }

  see(): void {
    const incoming = this.shown().filter(({ senderId }) => senderId === OTHER);
    const last = incoming.at(Math.floor(incoming.length / 2));
    if (last !== undefined) {
      this.conversation.seen(last.seq);
    }
  }

  retryFailed(): void {
    this.conversation.unsent
      .filter(({ state }) => state === 'failed')
      .forEach(({ clientId }) => {
        this.conversation.retry(clientId);
      });
  }

  shown(): Message[] {
    return this.conversation.view.items.flatMap((item) => (item.kind === 'message' ? [item.message] : []));
  }

  /** What must hold at every moment. */
  check(): void {
    const shown = this.shown();
    const first = shown[0]?.seq ?? 1;
    expect(shown.map(({ seq }) => seq)).toEqual(shown.map((_, index) => first + index));
    const { readByMe, items } = this.conversation.view;
    const read = items.filter((item) => item.kind === 'message' && item.read).length;
    expect(readByMe).toBeGreaterThanOrEqual(this.marks.mine);
    expect(read).toBeGreaterThanOrEqual(this.marks.read);
    this.marks = { mine: readByMe, read };
    const keys = items.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }

  async settle(): Promise<void> {
    this.connect();
    for (let round = 0; round < 40; round += 1) {
      await this.world.calm();
      while (this.events.length > 0) {
        this.hear();
        await turns();
      }
      this.retryFailed();
      this.world.clock.advance(6000);
    }
    while (this.conversation.view.hasOlder) {
      void this.conversation.loadOlder();
      await this.world.calm();
    }
    await this.world.calm();
  }

  private emit(event: SocketEvent): void {
    if (this.connected) {
      this.events.push(event);
    }
  }
}

const STEPS: Record<string, (device: Device, pick: number) => void> = {
  connect: (device) => {
    device.connect();
  },
  disconnect: (device) => {
    device.disconnect();
  },
  open: (device) => void device.conversation.open(),
  older: (device) => void device.conversation.loadOlder(),
  otherSends: ({ world }, pick) => {
    // Sometimes more than a page at once.
    for (let count = pick % 7 === 0 ? 120 : 1; count > 0; count -= 1) {
      world.server.store(OTHER, 'hello', `o${String(world.server.log.length)}`);
    }
  },
  sendHere: (device) => {
    device.send();
  },
  sendOnPhone: ({ world }) => {
    world.server.store(ME, 'from the phone', `p${String(world.server.log.length)}`);
  },
  otherReads: ({ world }, pick) => {
    world.server.read(OTHER, world.server.log.length - (pick % 3));
  },
  readOnPhone: ({ world }, pick) => {
    world.server.read(ME, world.server.log.length - (pick % 4));
  },
  see: (device) => {
    device.see();
  },
  hear: (device) => {
    device.hear();
  },
  process: ({ world }, pick) => {
    world.network.process(pick % Math.max(1, world.network.pending.length));
  },
  deliver: ({ world }, pick) => {
    world.network.deliver(pick % Math.max(1, world.network.pending.length));
  },
  drop: ({ world }, pick) => {
    world.network.drop(pick % Math.max(1, world.network.pending.length));
  },
  wait: ({ world }, pick) => {
    world.clock.advance((pick % 5) * 700);
  },
};

const plan = fc.array(fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat({ max: 20 })), {
  minLength: 20,
  maxLength: 120,
  size: 'max',
});

test('every message is shown once and in order, and marks only go forward, whatever comes first', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (steps) => {
      const device = new Device();
      const { server } = device.world;
      // Long messages make pages shorter than was asked.
      server.mostInPage = 3 + (steps.length % 40);
      for (const [name, pick] of steps) {
        STEPS[name]?.(device, pick);
        await turns();
        device.check();
      }
      void device.conversation.open();
      await device.settle();
      device.check();

      expect(device.shown().map(({ seq }) => seq)).toEqual(server.log.map(({ seq }) => seq));
      expect(device.conversation.unsent).toEqual([]);
      const texts = server.log.flatMap(({ text }) => (text?.startsWith('here') ? [text] : []));
      expect([...texts].sort()).toEqual(
        Array.from({ length: device.sent }, (_, index) => `here ${String(index + 1)}`).sort(),
      );
      const read = device.conversation.view.items.flatMap((item) =>
        item.kind === 'message' && item.read ? [item.message.seq] : [],
      );
      expect(read).toEqual(server.log.flatMap((one) => (one.senderId === ME && one.readAt !== null ? [one.seq] : [])));
      expect(device.messenger.inboxView.unread).toBe(server.unreadOf(ME));
    }),
    { numRuns: 300 },
  );
}, 60_000);
