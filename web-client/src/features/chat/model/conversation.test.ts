import { beforeEach, describe, expect, test } from 'vitest';
import { ME, OTHER, World, turns } from '../testing/world';
import { Messenger } from './messenger';
import type { Conversation } from './conversation';
import { RequestFailure } from './ports';

let world: World;
let messenger: Messenger;
let conversation: Conversation;

beforeEach(() => {
  world = new World();
  world.server.onMessage = (message) => {
    messenger.arrived(message);
  };
  messenger = new Messenger(ME, world.ports);
  conversation = messenger.conversation(OTHER);
});

function lines(): string[] {
  return conversation.view.items.map((item) =>
    item.kind === 'message'
      ? `${String(item.message.seq)}${item.read ? ' read' : ''}`
      : `${item.unsent.text} ${item.unsent.state}`,
  );
}

function otherSays(count: number): void {
  for (let index = 0; index < count; index += 1) {
    world.server.store(OTHER, 'hello', `o${String(world.server.log.length)}`);
  }
}

async function opened(stored: number): Promise<void> {
  otherSays(stored);
  void conversation.open();
  messenger.connected();
  await world.calm();
}

describe('pages', () => {
  test('the newest page comes first, older ones when asked for', async () => {
    await opened(70);
    expect(lines()).toHaveLength(30);
    expect(conversation.view.hasOlder).toBe(true);
    void conversation.loadOlder();
    void conversation.loadOlder();
    await world.calm();
    expect(lines()[0]).toBe('11');
    void conversation.loadOlder();
    await world.calm();
    expect(lines()[0]).toBe('1');
    expect(conversation.view.hasOlder).toBe(false);
  });

  test('long messages make shorter pages, and none is missed', async () => {
    world.server.mostInPage = 7;
    await opened(40);
    expect(lines()).toHaveLength(7);
    expect(conversation.view.hasOlder).toBe(true);
    for (let page = 0; page < 5; page += 1) {
      void conversation.loadOlder();
      await world.calm();
    }
    expect(lines()).toHaveLength(40);
    expect(conversation.view.hasOlder).toBe(false);
    world.server.onMessage = () => undefined;
    otherSays(30);
    messenger.connected();
    await world.calm();
    expect(lines()).toHaveLength(70);
  });

  test('an older page that fails can be asked for again', async () => {
    await opened(40);
    void conversation.loadOlder();
    world.network.drop(0);
    await turns();
    expect(conversation.view.older).toBe('failed');
    void conversation.loadOlder();
    await world.calm();
    expect(lines()[0]).toBe('1');
  });

  test('a first page that fails says why, and comes once the connection is back', async () => {
    void conversation.open();
    world.network.drop(0, new RequestFailure('unavailable'));
    await turns();
    expect(conversation.view).toMatchObject({ load: 'failed', failure: 'unavailable' });
    messenger.connected();
    await world.calm();
    expect(conversation.view.load).toBe('ready');
  });

  test('a message that the server cannot read any longer does not hold up those after it', async () => {
    await opened(2);
    world.server.onMessage = () => undefined;
    otherSays(2);
    const last = world.server.log.at(-1);
    world.server.log.splice(2, 1);
    if (last !== undefined) {
      messenger.arrived(last);
    }
    await world.calm();
    expect(lines()).toEqual(['1', '2', '4']);
  });

  test('a hole whose last message cannot be read is closed after one question', async () => {
    await opened(2);
    world.server.onMessage = () => undefined;
    otherSays(2);
    const last = world.server.log.pop();
    if (last !== undefined) {
      messenger.arrived(last);
    }
    await world.calm();
    expect(lines()).toEqual(['1', '2', '3', '4']);
  });

  test('a catch-up that fails is tried again', async () => {
    await opened(1);
    world.server.onMessage = () => undefined;
    otherSays(1);
    messenger.connected();
    world.network.pending.splice(0).forEach((request) => {
      request.fail(new RequestFailure('offline'));
    });
    await turns();
    world.clock.advance(3000);
    await world.calm();
    expect(lines()).toEqual(['1', '2']);
  });
});

describe('read marks', () => {
  test('what was read while this device was away is shown after the reconnect', async () => {
    await opened(1);
    conversation.send('well?');
    await world.calm();
    world.server.read(OTHER, 2);
    messenger.connected();
    await world.calm();
    expect(lines()).toEqual(['1', '2 read']);
  });

  test('a number beyond the last message marks nothing that is written later', async () => {
    await opened(0);
    conversation.send('one');
    await world.calm();
    messenger.messagesRead({ by: OTHER, with: ME, upTo: 1_000_000 });
    await world.calm();
    conversation.send('two');
    await world.calm();
    expect(lines()).toEqual(['1 read', '2']);
  });

  test('a mark that comes while the page is on its way is not lost', async () => {
    world.server.onMessage = () => undefined;
    world.server.store(ME, 'from the phone', 'p1');
    void conversation.open();
    world.network.process(0);
    world.server.read(OTHER, 1);
    messenger.messagesRead({ by: OTHER, with: ME, upTo: 1 });
    await world.calm();
    expect(lines()).toEqual(['1 read']);
  });

  test('marks that come close together become one request, the highest', async () => {
    await opened(5);
    conversation.seen(2);
    conversation.seen(4);
    conversation.seen(3);
    expect(world.network.pending).toHaveLength(0);
    world.clock.advance(300);
    expect(world.network.pending).toHaveLength(1);
    await world.calm();
    expect(world.server.unreadOf(ME)).toBe(1);
    expect(messenger.inboxView.unread).toBe(1);
  });

  test('a mark that could not be told is told again', async () => {
    await opened(2);
    conversation.seen(2);
    world.clock.advance(300);
    world.network.drop(0);
    await turns();
    world.clock.advance(3000);
    await world.calm();
    expect(world.server.unreadOf(ME)).toBe(0);
  });

  test('what another device has read is not told again', async () => {
    await opened(2);
    messenger.messagesRead({ by: ME, with: OTHER, upTo: 2 });
    conversation.seen(2);
    world.clock.advance(300);
    expect(world.network.pending).toHaveLength(0);
    expect(messenger.inboxView.unread).toBe(0);
  });
});

describe('typing', () => {
  test('is told at most once a second', () => {
    conversation.typed();
    conversation.typed();
    world.clock.advance(999);
    conversation.typed();
    expect(world.typingSent).toEqual([OTHER]);
    world.clock.advance(1);
    conversation.typed();
    expect(world.typingSent).toHaveLength(2);
  });

  test('is shown until it stops for four seconds, the message comes, or the person leaves', async () => {
    await opened(1);
    messenger.typing(OTHER);
    world.clock.advance(3000);
    messenger.typing(OTHER);
    world.clock.advance(3999);
    expect(conversation.view.typing).toBe(true);
    world.clock.advance(1);
    expect(conversation.view.typing).toBe(false);

    messenger.typing(OTHER);
    otherSays(1);
    expect(conversation.view.typing).toBe(false);

    messenger.typing(OTHER);
    messenger.wentOffline(OTHER);
    expect(conversation.view.typing).toBe(false);
  });
});

test('lines that did not change stay the same objects', async () => {
  await opened(3);
  const [first] = conversation.view.items;
  otherSays(1);
  messenger.typing(OTHER);
  expect(conversation.view.items[0]).toBe(first);
  expect(lines()).toHaveLength(4);
});
