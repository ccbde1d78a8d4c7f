import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ManualClock, settle } from '../testing/ManualClock';
import { World } from '../testing/World';
import { ceilingOf } from './ceiling';
import { type Line, lineOf } from './line';
import { VoiceFirst } from './VoiceFirst';

const GOOD: Line = { sent: 100, lost: 0, roundTripSeconds: 0.05, bitsPerSecond: 2_000_000 };
const NARROW: Line = { ...GOOD, bitsPerSecond: 130_000 };

let clock: ManualClock;
let changed: () => void;
let policy: VoiceFirst;
beforeEach(() => {
  clock = new ManualClock();
  changed = vi.fn();
  policy = new VoiceFirst(clock, changed);
});

/** A reading every two seconds, until the picture stops or comes back; the result is when, or null if it does not. */
async function hear(line: Line, seconds: number, wantsVideo = true): Promise<number | null> {
  const before = policy.paused;
  for (let second = 2; second <= seconds; second += 2) {
    await clock.advance(2_000);
    policy.heard(line, wantsVideo);
    if (policy.paused !== before) return second;
  }
  return null;
}

describe('the picture', () => {
  it.each([
    ['loses much', { ...GOOD, lost: 40 }, 8],
    ['loses an eighth', { ...GOOD, lost: 13 }, 12],
    ['is slow', { ...GOOD, roundTripSeconds: 1.2 }, 8],
  ])('stops on a line that %s, within seconds', async (_, line, seconds) => {
    await hear(GOOD, 20);
    expect(await hear(line, 20)).toBe(seconds);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('stops on a line that carries too little, once the estimate has settled', async () => {
    expect(await hear(NARROW, 30)).toBe(20);
  });

  it.each([
    ['a little loss and a long way', { ...GOOD, lost: 3, roundTripSeconds: 0.6 }],
    ['a browser that makes no estimate', { ...GOOD, bitsPerSecond: null, roundTripSeconds: null }],
  ])('goes on with %s', async (_, line) => {
    expect(await hear(line, 60)).toBeNull();
  });

  it('goes on when the line was weak for a moment only', async () => {
    await hear(GOOD, 20);
    expect(await hear({ ...GOOD, roundTripSeconds: 2 }, 4)).toBeNull();
    await hear(GOOD, 2);
    expect(await hear({ ...GOOD, roundTripSeconds: 2 }, 4)).toBeNull();
  });

  it('judges bursts of reported losses over several readings', async () => {
    await hear(GOOD, 20);
    for (let i = 0; i < 10; i++) {
      await hear({ ...GOOD, lost: 12 }, 2);
      await hear(GOOD, 4);
    }
    expect(policy.paused).toBe(false);
  });

  it('comes back by itself once the line has been good for a while, although only the voice was measured', async () => {
    await hear(GOOD, 20);
    await hear({ ...GOOD, roundTripSeconds: 2 }, 8);
    expect(policy.paused).toBe(true);
    expect(await hear({ ...NARROW, roundTripSeconds: 0.9 }, 60)).toBeNull();
    expect(await hear(NARROW, 20)).toBe(12);
  });

  it('comes back later each time that it was too early, and at once as before after a long good time', async () => {
    const trials: (number | null)[] = [];
    await hear(NARROW, 20);
    for (let i = 0; i < 6; i++) {
      trials.push(await hear(NARROW, 140));
      expect(await hear(NARROW, 30)).toBe(18);
    }
    expect(trials).toEqual([12, 22, 42, 82, 122, 122]);
    expect(await hear(GOOD, 140)).toBe(122);
    await hear(GOOD, 60);
    await hear({ ...GOOD, roundTripSeconds: 2 }, 8);
    expect(await hear(GOOD, 30)).toBe(12);
  });

  it('is sent although the line is weak when the person insists, until it has been good once', async () => {
    await hear(NARROW, 20);
    expect(policy.paused).toBe(true);
    policy.insist();
    expect(policy.paused).toBe(false);
    expect(await hear(NARROW, 120)).toBeNull();
    await hear(GOOD, 20);
    expect(await hear(NARROW, 20)).toBe(8);
  });

  it('has nothing to stop while the camera is off', async () => {
    await hear(NARROW, 20);
    expect(await hear(NARROW, 2, false)).toBe(2);
    expect(await hear(NARROW, 60, false)).toBeNull();
  });

  it('gives a new connection its time', async () => {
    await hear(GOOD, 60);
    policy.connected();
    expect(await hear(NARROW, 30)).toBe(20);
  });
});

describe('the line', () => {
  const stats = {
    packetsReceived: 0,
    packetsLost: 0,
    framesDecoded: 0,
    packetsSent: 100,
    sentPacketsLost: 4,
    outgoingBitsPerSecond: 1,
    roundTripTime: 0.1,
  };

  it('is what happened between two readings', () => {
    const now = { ...stats, packetsSent: 150, sentPacketsLost: 5 };
    expect(lineOf(stats, now)).toEqual({ sent: 50, lost: 1, roundTripSeconds: 0.1, bitsPerSecond: 1 });
  });

  it('is not judged over two connections', () => {
    expect(lineOf(stats, { ...stats, packetsSent: 3 })).toBeNull();
  });
});

describe('a ceiling', () => {
  it('is lower on a phone, higher for a screen, and keeps what is to be read sharp', () => {
    const video = (small: boolean, detail: boolean) => ceilingOf('video', { small, detail });
    expect(video(true, false).bitsPerSecond).toBeLessThan(video(false, false).bitsPerSecond);
    expect(video(false, false)).toEqual({ bitsPerSecond: 1_200_000, degradation: 'balanced' });
    expect(video(false, true).degradation).toBe('maintain-resolution');
    expect(ceilingOf('audio', { small: false, detail: false }).bitsPerSecond).toBeLessThan(64_000);
  });
});

describe('a call on a weak line', () => {
  it('stops sending the picture, says so to both, and sends it again', async () => {
    const world = new World();
    const { ann, bob } = await world.talking();
    const [camera] = ann.media.live('video');
    world.network.bitsPerSecond = 100_000;
    await world.clock.advance(24_000);
    expect(world.network.peers[0]?.sending).toMatchObject({ video: null, audio: ann.media.live('audio')[0] });
    expect(ann.media.live('video')).toEqual([camera]);
    expect(ann.machine.snapshot()?.own).toMatchObject({ camera: true, videoPaused: true });
    expect(bob.machine.snapshot()?.other).toMatchObject({ camera: true, videoPaused: true });
    world.network.bitsPerSecond = 2_000_000;
    await world.clock.advance(14_000);
    expect(world.network.peers[0]?.sending.video).toBe(camera);
    expect(bob.machine.snapshot()?.other).toMatchObject({ camera: true, videoPaused: false });
  });

  it('sends no picture of a camera that was chosen meanwhile', async () => {
    const world = new World();
    const { ann } = await world.talking();
    world.network.bitsPerSecond = 100_000;
    await world.clock.advance(24_000);
    ann.machine.useDevice('video', 'rear');
    await settle();
    expect(world.network.peers[0]?.sending.video).toBeNull();
    ann.machine.media?.sendVideoAnyway();
    await settle();
    expect(world.network.peers[0]?.sending.video).toBe(ann.media.live('video')[0]);
  });
});
