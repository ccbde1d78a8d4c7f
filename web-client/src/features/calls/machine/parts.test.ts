import { describe, expect, it, vi } from 'vitest';
import { FakeMedia } from '../testing/FakeMedia';
import { ManualClock, settle } from '../testing/ManualClock';
import { LocalMedia } from './LocalMedia';
import { mediaMessage, parseMediaMessage } from './mediaMessage';
import { NegotiationQueue } from './NegotiationQueue';
import type { Signaling } from './ports';
import { qualityOf } from './quality';
import { Recovery } from './Recovery';
import type { Description, Reply } from './wire';

describe('recovery', () => {
  function recovery() {
    const clock = new ManualClock();
    const calls = { connected: vi.fn(), reconnecting: vi.fn(), restart: vi.fn(), renew: vi.fn(), gaveUp: vi.fn() };
    const made = new Recovery(clock, false, calls);
    made.start(false);
    made.state('connected');
    return { clock, made, calls };
  }

  it('restarts twice, then offers a new connection', async () => {
    const { clock, made, calls } = recovery();
    made.state('failed');
    await clock.advance(8_000);
    expect([calls.restart.mock.calls.length, calls.renew.mock.calls.length]).toEqual([2, 0]);
    await clock.advance(14_000);
    expect([calls.restart.mock.calls.length, calls.renew.mock.calls.length]).toEqual([2, 2]);
  });

  it('leaves a short gap alone', async () => {
    const { clock, made, calls } = recovery();
    made.state('disconnected');
    await clock.advance(1_000);
    made.state('connected');
    await clock.advance(60_000);
    expect(calls.restart).not.toHaveBeenCalled();
    expect(calls.reconnecting).toHaveBeenCalledTimes(1);
    expect(calls.connected).toHaveBeenCalledTimes(2);
  });

  it('tries as soon as the signaling is back', async () => {
    const { clock, made, calls } = recovery();
    made.signalingLost();
    made.state('failed');
    await clock.advance(20_000);
    expect(calls.restart).not.toHaveBeenCalled();
    made.signalingBack();
    expect(calls.restart).toHaveBeenCalledTimes(1);
    await clock.advance(40_000);
    expect(calls.gaveUp).toHaveBeenCalledExactlyOnceWith(false);
  });
});

describe('the queue', () => {
  const description: Description = { type: 'offer', sdp: 'o' };

  function queue() {
    const sent: string[] = [];
    const replies: Reply<never>[] = [];
    const signaling = {
      request: (name: string) => {
        sent.push(name);
        return Promise.resolve(replies.shift() ?? { kind: 'ok', value: {} });
      },
    } as unknown as Signaling;
    const clock = new ManualClock();
    const refused = vi.fn();
    return { box: new NegotiationQueue(signaling, clock, refused), sent, replies, clock, refused };
  }

  it('sends a description before its candidates, and again what was not confirmed', async () => {
    const { box, sent, replies } = queue();
    box.addDescription(description);
    box.addCandidate({ candidate: 'one' });
    await settle();
    expect(sent).toEqual([]);
    replies.push({ kind: 'offline' });
    box.open({ to: 'bob', callId: 'c' });
    await settle();
    expect(sent).toEqual(['call-description']);
    box.hold();
    box.addCandidate({ candidate: 'two' });
    await settle();
    expect(sent).toHaveLength(1);
    box.open({ to: 'bob', callId: 'c' });
    await settle();
    expect(sent.slice(1)).toEqual(['call-description', 'ice-candidate', 'ice-candidate']);
  });

  it('waits when the server is busy, and ends when it will have no more', async () => {
    const { box, sent, replies, clock, refused } = queue();
    replies.push({ kind: 'refused', code: 'unavailable' }, { kind: 'refused', code: 'not_your_device' });
    box.open({ to: 'bob', callId: 'c' });
    box.addDescription(description);
    await settle();
    expect(sent).toHaveLength(1);
    await clock.advance(1_000);
    expect(sent).toHaveLength(2);
    expect(refused).toHaveBeenCalledExactlyOnceWith('not_your_device');
  });

  it('does not end the call for a candidate too many', async () => {
    const { box, replies, refused } = queue();
    replies.push({ kind: 'refused', code: 'rate_limited' });
    box.open({ to: 'bob', callId: 'c' });
    box.addCandidate({ candidate: 'one' });
    await settle();
    expect(refused).not.toHaveBeenCalled();
  });
});

describe('local media', () => {
  it('never sends a picture that was turned off while the prompt was open', async () => {
    const media = new FakeMedia();
    const track = vi.fn();
    const local = new LocalMedia(media, { track, changed: () => undefined });
    media.hold();
    void local.start({ audio: true, video: true });
    await settle();
    void local.set('video', false);
    media.decide();
    await settle();
    expect(track.mock.calls.map(([kind]: unknown[]) => kind)).toEqual(['audio']);
    expect(media.live('video')).toEqual([]);
  });
});

describe('quality', () => {
  const sending = { packetsSent: 0, sentPacketsLost: 0, outgoingBitsPerSecond: null };
  const before = { ...sending, packetsReceived: 100, packetsLost: 0, framesDecoded: 50, roundTripTime: 0.05 };

  it.each([
    ['good', { packetsReceived: 200, packetsLost: 2, framesDecoded: 100, roundTripTime: 0.05 }],
    ['weak', { packetsReceived: 200, packetsLost: 20, framesDecoded: 100, roundTripTime: 0.05 }],
    ['weak', { packetsReceived: 200, packetsLost: 0, framesDecoded: 100, roundTripTime: 0.9 }],
    ['frozen', { packetsReceived: 200, packetsLost: 0, framesDecoded: 50, roundTripTime: 0.05 }],
    ['unknown', { packetsReceived: 3, packetsLost: 0, framesDecoded: 2, roundTripTime: null }],
  ])('is %s', (word, now) => {
    expect(qualityOf(before, { ...sending, ...now }, true)).toBe(word);
  });

  it('misses no pictures of a camera that is off', () => {
    expect(qualityOf(before, { ...before, packetsReceived: 200 }, false)).toBe('good');
  });
});

describe('what the other side tells', () => {
  it('is read with care', () => {
    for (const message of [
      { microphone: true, camera: false, screen: false, videoPaused: false },
      { microphone: true, camera: true, screen: true, videoPaused: true },
    ]) {
      expect(parseMediaMessage(mediaMessage(message))).toEqual(message);
    }
    expect(parseMediaMessage('{"microphone":true,"camera":true}')).toEqual({
      microphone: true,
      camera: true,
      screen: false,
      videoPaused: false,
    });
    for (const bad of [
      '',
      'null',
      '[]',
      '{"microphone":1,"camera":true}',
      '{"microphone":true}',
      `"${'x'.repeat(300)}"`,
    ]) {
      expect(parseMediaMessage(bad)).toBeNull();
    }
  });
});
