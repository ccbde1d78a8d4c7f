import { beforeEach, expect, it, vi } from 'vitest';
import { LiveSocket } from './LiveSocket';

const socket = vi.hoisted(() => ({
  recovered: false,
  heard: new Map<string, () => void>(),
  io: { engine: { transport: { name: 'websocket' } }, opts: {} },
  on(event: string, listener: () => void) {
    this.heard.set(event, listener);
  },
  onAny: () => undefined,
}));
vi.mock('socket.io-client', () => ({ io: () => socket }));

beforeEach(() => {
  socket.heard.clear();
});

it('asks for what may have been missed after each connect that did not recover, the first among them', async () => {
  const live = new LiveSocket(() => undefined);
  const resync = vi.fn();
  live.onResync(resync);
  await live.open({ url: null, path: '/socket.io' });
  const counts = [false, true, false].map((recovered) => {
    socket.recovered = recovered;
    socket.heard.get('connect')?.();
    return resync.mock.calls.length;
  });
  expect(counts).toEqual([1, 1, 2]);
});
