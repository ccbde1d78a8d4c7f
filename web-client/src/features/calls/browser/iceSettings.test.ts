import { beforeEach, expect, it, vi } from 'vitest';
import { serve } from '@/test/show';

const TURN = { urls: ['turn:b.example'], username: 'u', credential: 'c' };
const STUN = { urls: ['stun:a.example'], username: null, credential: null };

let reply: object | number;

beforeEach(() => {
  vi.resetModules();
  serve(() => reply);
});

it('R-07: hides a call until the server has said how it connects, and remembers what it said', async () => {
  const { iceSettings } = await import('./iceSettings');
  reply = 429;
  expect(await iceSettings()).toEqual({ iceServers: [], iceTransportPolicy: 'relay' });
  reply = { iceServers: [STUN], iceTransportPolicy: 'all' };
  const direct = { iceServers: [{ urls: STUN.urls }], iceTransportPolicy: 'all' };
  expect(await iceSettings()).toEqual(direct);
  reply = 503;
  expect(await iceSettings()).toEqual(direct);
  reply = { iceServers: [STUN, TURN], iceTransportPolicy: 'relay' };
  expect(await iceSettings()).toEqual({ iceServers: [{ urls: STUN.urls }, TURN], iceTransportPolicy: 'relay' });
});

it('lets calls go directly at a node of the former release', async () => {
  const { iceSettings } = await import('./iceSettings');
  reply = { iceServers: [] };
  expect(await iceSettings()).toEqual({ iceServers: [], iceTransportPolicy: 'all' });
});
