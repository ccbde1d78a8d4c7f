import { beforeEach, describe, expect, it } from 'vitest';
import type { FakePeer } from '../testing/FakePeers';
import { settle } from '../testing/ManualClock';
import { World, type Tab } from '../testing/World';

let world: World;
beforeEach(() => {
  world = new World();
});

function firstPeer({ network: { peers } }: World): FakePeer {
  const first = peers[0];
  if (first === undefined) throw new Error('There is no connection.');
  return first;
}

function offers(tab: Tab): number {
  return tab.signaling.sent.filter(
    ({ name, payload }) => name === 'call-description' && (payload['description'] as { type: string }).type === 'offer',
  ).length;
}

describe('a lost path', () => {
  it('is replaced once the network is back, and the call goes on', async () => {
    const { ann, bob } = await world.talking();
    world.network.cut();
    expect([ann.phase, bob.phase]).toEqual(['reconnecting', 'reconnecting']);
    await world.clock.advance(5_000);
    world.network.restore();
    await world.clock.advance(10_000);
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    expect(world.network.peers).toHaveLength(2);
    expect(world.network.violations).toEqual([]);
  });

  it('asks for fresh servers before it looks for another path', async () => {
    const { ann } = await world.talking();
    const peer = world.network.peers[0];
    const before = peer?.ice;
    expect(before?.iceTransportPolicy).toBe('all');
    world.network.policy = 'relay';
    world.network.cut();
    await world.clock.advance(3_000);
    expect(offers(ann)).toBe(1);
    expect(peer?.ice).toEqual({ iceServers: [], iceTransportPolicy: 'relay' });
  });

  it('gives up after a minute, says so, and tells the server', async () => {
    const { ann, bob } = await world.talking();
    world.network.cut();
    await world.clock.advance(60_000);
    expect(ann.reason).toBe('connection_lost');
    expect(bob.reason).toMatch(/connection_lost|hangup/);
    expect(world.server.liveOf('ann')).toBeUndefined();
    expect(offers(ann)).toBeLessThanOrEqual(9);
  });

  it('is given up within seconds when there never was a path', async () => {
    world.network.cut();
    const { ann, bob } = await world.talking();
    expect([ann.phase, bob.phase]).toEqual(['connecting', 'connecting']);
    await world.clock.advance(20_000);
    expect([ann.reason, bob.reason].sort()).toEqual(['hangup', 'no_path']);
    expect(ann.media.live()).toEqual([]);
  });

  it('waits for the signaling before it tries', async () => {
    const { ann } = await world.talking();
    ann.signaling.disconnect();
    world.network.cut();
    world.network.restore();
    await world.clock.advance(10_000);
    expect(offers(ann)).toBe(0);
    ann.signaling.connect();
    await world.clock.advance(10_000);
    expect(ann.phase).toBe('active');
  });
});

describe('a lost socket', () => {
  it('changes nothing for the media, and the call is known again afterwards', async () => {
    const { ann, bob } = await world.talking();
    ann.signaling.disconnect();
    await world.clock.advance(20_000);
    ann.signaling.connect();
    await world.clock.advance(60_000);
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    bob.machine.hangUp();
    await settle();
    expect(ann.reason).toBe('hangup');
  });

  it('loses no answer', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    bob.signaling.disconnect();
    bob.machine.answer(true);
    await settle();
    bob.signaling.connect();
    await settle();
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
  });

  it('loses no answer whose confirmation was lost', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    bob.machine.answer(true);
    while (world.server.calls[0]?.state !== 'active') await Promise.resolve();
    bob.signaling.disconnect();
    await settle();
    bob.signaling.connect();
    await world.clock.advance(20_000);
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
  });

  it('hears of an answer that came meanwhile', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    ann.signaling.disconnect();
    bob.machine.answer(true);
    await settle();
    ann.signaling.connect();
    await settle();
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
  });

  it('stops the ring of a call that ended meanwhile', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    bob.signaling.disconnect();
    ann.machine.hangUp();
    await settle();
    bob.signaling.connect();
    await world.clock.advance(5_000);
    expect(bob.reason).toBe('over');
  });

  it('goes on ringing when the call still rings', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    bob.signaling.disconnect();
    await settle();
    bob.signaling.connect();
    await world.clock.advance(20_000);
    expect(bob.phase).toBe('incoming');
    bob.machine.answer(true);
    await settle();
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    expect(world.network.violations).toEqual([]);
  });

  it('ends the call when it lasts longer than the lease', async () => {
    const { ann, bob } = await world.talking();
    ann.signaling.disconnect();
    await world.clock.advance(30_000);
    expect(bob.reason).toBe('lost');
    ann.signaling.connect();
    await settle();
    expect(ann.reason).toBe('over');
    expect(ann.media.live()).toEqual([]);
  });

  it('does not swallow a hang-up', async () => {
    const { ann, bob } = await world.talking();
    ann.signaling.disconnect();
    ann.machine.hangUp();
    await settle();
    expect(bob.phase).not.toBe('ended');
    ann.signaling.connect();
    await settle();
    expect(bob.reason).toBe('hangup');
  });
});

describe('between the socket and the resume', () => {
  it('says nothing, because the server would take it for another device', async () => {
    const { ann } = await world.talking();
    ann.signaling.disconnect();
    ann.signaling.refusals.set('call-resume', 'unavailable');
    ann.signaling.connect();
    await settle();
    const before = ann.signaling.sent.length;
    firstPeer(world).events.candidate({ candidate: 'candidate:9', usernameFragment: 'u1g1' });
    await settle();
    expect(ann.signaling.sent).toHaveLength(before);
    ann.signaling.refusals.delete('call-resume');
    await world.clock.advance(1_000);
    expect(ann.signaling.sent.at(-1)?.name).toBe('ice-candidate');
    expect(ann.phase).toBe('active');
  });
});

describe('a reload in the call', () => {
  it.each(['caller', 'callee', 'both'])('brings the %s back with a new connection', async (who) => {
    const { ann, bob } = await world.talking();
    const reloads = who === 'both' ? [ann, bob] : [who === 'caller' ? ann : bob];
    for (const tab of reloads) tab.reload();
    await world.clock.advance(3_000);
    for (const tab of reloads) tab.rejoin();
    await world.clock.advance(20_000);
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    expect(world.network.open).toHaveLength(2);
    expect(world.network.violations).toEqual([]);
    expect(ann.machine.snapshot()?.other.microphone).toBe(true);
    expect(bob.machine.snapshot()?.other.microphone).toBe(true);
  });

  it('brings the caller back while it rings', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    ann.reload();
    ann.rejoin();
    await settle();
    expect(ann.phase).toBe('calling');
    bob.machine.answer(true);
    await world.clock.advance(10_000);
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    expect(world.network.violations).toEqual([]);
  });

  it('works while the other looks for a path', async () => {
    const { ann, bob } = await world.talking();
    bob.reload();
    await world.clock.advance(15_000);
    expect(offers(ann)).toBeGreaterThan(0);
    bob.rejoin();
    await world.clock.advance(10_000);
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    expect(world.network.violations).toEqual([]);
  });

  it('says that the call is over when it comes too late', async () => {
    const { ann, bob } = await world.talking();
    ann.reload();
    await world.clock.advance(31_000);
    expect(bob.reason).toBe('lost');
    ann.rejoin();
    await settle();
    expect(ann.reason).toBe('over');
  });
});

describe('another device', () => {
  it('takes the call over, and the first is told', async () => {
    const ann = world.tab('ann');
    const phone = world.tab('bob');
    const laptop = world.tab('bob');
    ann.call('bob');
    await settle();
    phone.machine.answer(true);
    await settle();
    expect(laptop.reason).toBe('answered_elsewhere');
    await laptop.machine.moveHere();
    await world.clock.advance(10_000);
    expect([ann.phase, phone.reason, laptop.phase]).toEqual(['active', 'moved', 'active']);
    expect(phone.media.live()).toEqual([]);
    expect(world.network.violations).toEqual([]);
  });

  it('takes a call over that it has never heard of', async () => {
    const { ann, bob } = await world.talking();
    const second = world.tab('ann');
    second.call(bob);
    await settle();
    expect(second.reason).toBe('in_other_call');
    await second.machine.moveHere();
    await world.clock.advance(10_000);
    expect([ann.reason, bob.phase, second.phase]).toEqual(['moved', 'active', 'active']);
    expect(second.machine.snapshot()?.direction).toBe('outgoing');
  });
});
