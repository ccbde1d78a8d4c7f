import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock, settle } from '../testing/ManualClock';
import { checkConnection, type CheckResult, type CheckStep, type Loopback, verdictOf } from './checkConnection';

const TURN: RTCIceServer[] = [
  { urls: ['stun:a.example'] },
  { urls: ['turn:b.example'], username: 'u', credential: 'c' },
];
const STUN: RTCIceServer[] = [{ urls: ['stun:a.example'] }];

let clock: ManualClock;
let servers: () => Promise<RTCIceServer[]>;
let steps: CheckStep[];
let relayOnly: boolean | undefined;
let closed: number;
/** What the network does. */
let network: { opensAfter: number | null; takes: number; loses: (id: number) => boolean; hasRelay: boolean };
let stop: AbortController;

beforeEach(() => {
  clock = new ManualClock();
  servers = () => Promise.resolve(TURN);
  steps = [];
  relayOnly = undefined;
  closed = 0;
  network = { opensAfter: 200, takes: 80, loses: () => false, hasRelay: true };
  stop = new AbortController();
});

function open(_: RTCIceServer[], relay: boolean, heard: (id: number) => void): Loopback {
  relayOnly = relay;
  const { opensAfter } = network;
  return {
    opened: new Promise((done) => {
      if (opensAfter !== null) clock.after(opensAfter, done);
    }),
    hasRelay: () => network.hasRelay,
    send(id) {
      if (!network.loses(id)) clock.after(network.takes, () => heard(id));
    },
    close: () => (closed += 1),
  };
}

/** The result, or undefined if there is none after so long. */
async function check(milliseconds = 20_000): Promise<CheckResult | undefined> {
  let result: CheckResult | undefined;
  void checkConnection({ clock, servers: () => servers(), open }, stop.signal, (step) => steps.push(step)).then(
    (found) => (result = found),
  );
  await clock.advance(milliseconds);
  await settle();
  return result;
}

describe('the check of the connection', () => {
  it('measures the way to the relay', async () => {
    const result = await check();
    expect(relayOnly).toBe(true);
    expect(result).toEqual({ outcome: 'video', measured: { connectMs: 200, roundTripMs: 40, lostShare: 0 } });
    expect(steps).toEqual(['connecting', 'measuring']);
    expect([closed, clock.pending]).toEqual([1, 0]);
  });

  it.each([
    ['a tenth is lost', { takes: 80, loses: (id: number) => id % 10 === 0 }, 'voice'],
    ['the way is long', { takes: 800, loses: () => false }, 'voice'],
    ['a third is lost', { takes: 80, loses: (id: number) => id % 3 === 0 }, 'weak'],
    ['nothing comes back', { takes: 80, loses: () => true }, 'weak'],
    ['all comes too late', { takes: 9_000, loses: () => false }, 'weak'],
  ])('says what the connection is good for when %s', async (_, change, outcome) => {
    Object.assign(network, change);
    expect((await check())?.outcome).toBe(outcome);
  });

  it('says that the network blocks calls when the relay cannot be reached in time', async () => {
    network = { ...network, opensAfter: null, hasRelay: false };
    expect(await check(11_000)).toBeUndefined();
    await clock.advance(2_000);
    expect((await check())?.outcome).toBe('blocked');
    expect(closed).toBe(2);
  });

  it('blames nobody for a relay that does not talk to itself', async () => {
    network = { ...network, opensAfter: null };
    expect(await check()).toEqual({ outcome: 'works' });
  });

  it('claims nothing about the network where there is no relay', async () => {
    servers = () => Promise.resolve(STUN);
    expect(await check()).toEqual({ outcome: 'works' });
    expect(relayOnly).toBe(false);
    network.opensAfter = null;
    expect(await check()).toEqual({ outcome: 'unsupported' });
  });

  it('says when the server cannot be reached', async () => {
    servers = () => Promise.reject(new Error('offline'));
    expect(await check()).toEqual({ outcome: 'offline' });
  });

  it.each([100, 2_000])('lets go of everything when the page is left after %i ms', async (when) => {
    await check(when);
    stop.abort();
    await settle();
    expect([closed, clock.pending <= 4]).toEqual([1, true]);
  });
});

describe('the verdict', () => {
  it.each([
    [300, 0.04, 'video'],
    [301, 0, 'voice'],
    [0, 0.05, 'voice'],
    [1_000, 0.15, 'voice'],
    [1_001, 0, 'weak'],
    [0, 0.16, 'weak'],
  ])('of %i ms and a loss of %f is "%s"', (roundTripMs, lostShare, verdict) => {
    expect(verdictOf({ connectMs: 1, roundTripMs, lostShare })).toBe(verdict);
  });
});
