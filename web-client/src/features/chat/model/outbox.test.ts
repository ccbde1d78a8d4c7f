import { beforeEach, expect, test } from 'vitest';
import { ME, OTHER, World, turns } from '../testing/world';
import type { Conversation } from './conversation';
import { Messenger } from './messenger';
import { RequestFailure } from './ports';

let world: World;
let messenger: Messenger;
let conversation: Conversation;

beforeEach(async () => {
  world = new World();
  messenger = new Messenger(ME, world.ports);
  world.server.onMessage = (message) => {
    messenger.arrived(message);
  };
  conversation = messenger.conversation(OTHER);
  void conversation.open();
  messenger.connected();
  await world.calm();
});

function lines(): string[] {
  return conversation.view.items.map((item) =>
    item.kind === 'message' ? (item.message.text ?? '') : `${item.unsent.text} (${item.unsent.state})`,
  );
}

async function refuse(code: string, retryAfterMs: number | null = null): Promise<void> {
  world.refusals.push(new RequestFailure(code, retryAfterMs));
  await turns();
}

test('a text is shown at once, and becomes the stored message under the same key', async () => {
  conversation.send('hello');
  expect(lines()).toEqual(['hello (sending)']);
  const before = conversation.view.items[0]?.key;
  await world.calm();
  expect(lines()).toEqual(['hello']);
  expect(conversation.view.items[0]?.key).toBe(before);
});

test('texts go out one after the other; a picture does not hold them up', async () => {
  conversation.send('look', { blob: new Blob(), width: 1, height: 1 });
  conversation.send('one');
  conversation.send('two');
  expect(world.network.pending).toHaveLength(2);
  while (world.network.pending.length > 1) {
    world.network.deliver(1);
    await turns();
  }
  expect(lines()).toEqual(['one', 'two', 'look (sending)']);
  await world.calm();
  expect(lines()).toEqual(['one', 'two', 'look']);
});

test('a lost answer is followed by a resend under the same name, so there is one message', async () => {
  conversation.send('once');
  world.server.onMessage = () => undefined;
  world.network.process(0);
  world.network.drop(0);
  await turns();
  expect(lines()).toEqual(['once (sending)']);
  world.clock.advance(1000);
  await world.calm();
  expect(world.server.log).toHaveLength(1);
  expect(lines()).toEqual(['once']);
});

test('a lost answer of what is known to be stored does not hold up the next', async () => {
  conversation.send('one');
  conversation.send('two');
  world.network.process(0);
  world.network.drop(0);
  await world.calm();
  expect(lines()).toEqual(['one', 'two']);
});

test('without a connection it waits, and goes out with the reconnect', async () => {
  messenger.disconnected();
  conversation.send('later');
  world.network.drop(0);
  await turns();
  expect(lines()).toEqual(['later (waiting)']);
  messenger.connected();
  await world.calm();
  expect(lines()).toEqual(['later']);
});

test('after four answers that did not come it has failed, keeps its place, and Retry sends the same one', async () => {
  conversation.send('stuck');
  for (const wait of [1000, 2000, 5000, 0]) {
    world.network.drop(0);
    await turns();
    world.clock.advance(wait);
  }
  expect(lines()).toEqual(['stuck (failed)']);
  world.server.store(OTHER, 'are you there?', 'o1');
  await world.calm();
  expect(lines()).toEqual(['stuck (failed)', 'are you there?']);
  const { clientId } = conversation.unsent[0] ?? { clientId: '' };
  conversation.retry(clientId);
  expect(lines()).toEqual(['stuck (sending)', 'are you there?']);
  await world.calm();
  expect(lines()).toEqual(['are you there?', 'stuck']);
  expect(world.server.log.at(-1)?.clientId).toBe(clientId);
});

test('a name that stands for another message is replaced when it is tried again', async () => {
  await refuse('key_reuse');
  conversation.send('mine');
  await turns();
  const { clientId } = conversation.unsent[0] ?? { clientId: '' };
  conversation.retry(clientId);
  await world.calm();
  expect(world.server.log.map((message) => message.clientId)).not.toContain(clientId);
  expect(lines()).toEqual(['mine']);
});

test('too many messages: the rest waits as long as the server says, then goes out in order', async () => {
  await refuse('rate_limited', 7000);
  conversation.send('one');
  conversation.send('two');
  await turns();
  expect(lines()).toEqual(['one (waiting)', 'two (waiting)']);
  expect(conversation.view.pausedUntil).toBe(world.clock.now() + 7000);
  conversation.send('three');
  world.clock.advance(6999);
  await world.calm();
  expect(world.server.log).toEqual([]);
  world.clock.advance(1);
  await world.calm();
  expect(lines()).toEqual(['one', 'two', 'three']);
  expect(conversation.view.pausedUntil).toBeNull();
});

test('a former contact: the message fails at once, the composer is told, the next visit opens it again', async () => {
  await refuse('forbidden');
  conversation.send('hello?');
  await turns();
  expect(lines()).toEqual(['hello? (failed)']);
  expect(conversation.view.ended).toBe(true);
  conversation.typed();
  expect(world.typingSent).toEqual([]);
  messenger.appointmentChanged(OTHER);
  expect(conversation.view.ended).toBe(false);
});

test('a refused text does not hold up the next', async () => {
  await refuse('invalid_request');
  conversation.send('bad');
  conversation.send('good');
  await world.calm();
  expect(lines()).toEqual(['bad (failed)', 'good']);
});

test('a failed text can be thrown away', async () => {
  await refuse('invalid_request');
  conversation.send('bad');
  await turns();
  conversation.discard(conversation.unsent[0]?.clientId ?? '');
  expect(lines()).toEqual([]);
});

test('an upload that is called off ends', () => {
  let stopped: AbortSignal | null = null;
  world.api.send = (_to, _outgoing, progress, signal) => {
    stopped = signal;
    progress(0.5);
    return new Promise(() => undefined);
  };
  conversation.send('', { blob: new Blob(), width: 1, height: 1 });
  expect(conversation.unsent[0]?.progress).toBe(0.5);
  conversation.discard(conversation.unsent[0]?.clientId ?? '');
  expect(stopped).toMatchObject({ aborted: true });
  expect(lines()).toEqual([]);
});

test('failed ones stand in the order in which they failed', async () => {
  conversation.send('picture', { blob: new Blob(), width: 1, height: 1 });
  await refuse('invalid_request');
  conversation.send('text');
  await turns();
  world.server.store(OTHER, 'between', 'o1');
  world.network.drop(0, new RequestFailure('invalid_request'));
  await world.calm();
  expect(lines()).toEqual(['text (failed)', 'between', 'picture (failed)']);
});
