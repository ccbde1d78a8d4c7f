import { beforeEach, describe, expect, test } from 'vitest';
import { DOCTOR, ME, OTHER, World, turns } from '../testing/world';
import { Messenger } from './messenger';
import { RequestFailure } from './ports';

let world: World;

beforeEach(() => {
  world = new World();
});

function person(store = world.store): Messenger {
  const messenger = new Messenger(ME, { ...world.ports, store });
  world.server.onMessage = (message) => {
    messenger.arrived(message);
  };
  return messenger;
}

describe('the list', () => {
  test('counts live messages on top of what the server counted', async () => {
    world.server.store(OTHER, 'one', 'o1');
    const messenger = person();
    messenger.connected();
    await world.calm();
    expect(messenger.inboxView).toMatchObject({ load: 'ready', unread: 1 });
    const two = world.server.store(OTHER, 'two', 'o2');
    messenger.arrived(two);
    expect(messenger.inboxView.unread).toBe(2);
    expect(messenger.inboxView.lines[0]?.lastMessage.text).toBe('two');
  });

  test('another device reading it clears the badge', async () => {
    world.server.store(OTHER, 'one', 'o1');
    const messenger = person();
    messenger.connected();
    await world.calm();
    world.server.read(ME, 1);
    messenger.messagesRead({ by: ME, with: OTHER, upTo: 1 });
    expect(messenger.inboxView.unread).toBe(0);
  });

  test('another device reading a part of it leaves the rest', async () => {
    ['o1', 'o2', 'o3'].forEach((clientId) => world.server.store(OTHER, 'hello', clientId));
    const messenger = person();
    messenger.connected();
    await world.calm();
    world.server.read(ME, 2);
    messenger.messagesRead({ by: ME, with: OTHER, upTo: 2 });
    await world.calm();
    expect(messenger.inboxView.unread).toBe(1);
  });

  test('somebody new appears with their first message', async () => {
    const messenger = person();
    messenger.connected();
    await world.calm();
    expect(messenger.inboxView.lines).toEqual([]);
    world.server.store(OTHER, 'hello', 'o1');
    await world.calm();
    expect(messenger.inboxView.lines[0]?.user).toEqual(DOCTOR);
    expect(messenger.inboxView.unread).toBe(1);
  });

  test('is fetched page by page', async () => {
    const last = world.server.store(OTHER, 'hello', 'o1');
    const messenger = person();
    world.api.conversations = (cursor) =>
      Promise.resolve({
        conversations: [{ user: { ...DOCTOR, id: cursor ?? 'first' }, lastMessage: last, unread: 1 }],
        nextCursor: cursor === null ? 'second' : null,
      });
    await messenger.refreshInbox();
    expect(messenger.inboxView.lines.map(({ user }) => user.id).sort()).toEqual(['first', 'second']);
    expect(messenger.inboxView.unread).toBe(2);
  });

  test('says why it did not come, and tries again', async () => {
    const messenger = person();
    messenger.connected();
    world.network.drop(0, new RequestFailure('unavailable'));
    await turns();
    expect(messenger.inboxView).toMatchObject({ load: 'failed', failure: 'unavailable' });
    world.clock.advance(3000);
    await world.calm();
    expect(messenger.inboxView.load).toBe('ready');
  });
});

describe('a connection that missed nothing', () => {
  test('asks for nothing, and sends what waits', async () => {
    world.server.store(OTHER, 'one', 'o1');
    const messenger = person();
    messenger.connected();
    const conversation = messenger.conversation(OTHER);
    void conversation.open();
    await world.calm();
    messenger.disconnected();
    conversation.send('waiting');
    world.network.drop(0);
    await turns();
    messenger.recovered();
    await turns();
    expect(world.network.pending).toHaveLength(1);
    await world.calm();
    expect(world.server.log.map(({ text }) => text)).toEqual(['one', 'waiting']);
  });

  test('tries again what failed without it', async () => {
    const messenger = person();
    const conversation = messenger.conversation(OTHER);
    const opening = conversation.open();
    world.network.drop(0);
    await opening;
    messenger.recovered();
    await world.calm();
    expect(conversation.view.load).toBe('ready');
  });
});

describe('what is not finished', () => {
  test('drafts and unsent texts survive a reload, and are sent under the same name', async () => {
    const before = person();
    before.setDraft(OTHER, 'half a sent');
    before.conversation(OTHER).send('on its way');
    world.network.process(0);
    world.network.drop(0);
    await turns();
    world.clock.advance(0);

    const after = person();
    expect(after.draft(OTHER)).toBe('half a sent');
    await world.calm();
    expect(world.server.log.map(({ text }) => text)).toEqual(['on its way']);
    expect(world.store.kept.unsent).toEqual([]);
  });

  test('nothing of it stays when the session is over', async () => {
    const messenger = person();
    messenger.setDraft(OTHER, 'secret');
    messenger.conversation(OTHER).send('secret');
    messenger.close();
    expect(world.store.kept).toEqual({ drafts: {}, unsent: [] });
    world.network.drop(0);
    await turns();
    world.clock.advance(60_000);
    messenger.setDraft(OTHER, 'another secret');
    expect(world.store.kept).toEqual({ drafts: {}, unsent: [] });
    expect(world.network.pending).toEqual([]);
  });

  test('a session that was lost hands it to the next one of the same person', () => {
    const lost = person();
    lost.setDraft(OTHER, 'kept in memory');
    const { unfinished } = lost;
    lost.close();
    const next = new Messenger(ME, world.ports, unfinished);
    expect(next.draft(OTHER)).toBe('kept in memory');
  });

  test('a picture that is not stored would be lost with the page', async () => {
    const messenger = person();
    expect(messenger.wouldLose).toBe(false);
    messenger.conversation(OTHER).send('', { blob: new Blob(), width: 1, height: 1 });
    expect(messenger.wouldLose).toBe(true);
    expect(world.store.kept.unsent).toEqual([]);
    await world.calm();
    expect(messenger.wouldLose).toBe(false);
  });
});
