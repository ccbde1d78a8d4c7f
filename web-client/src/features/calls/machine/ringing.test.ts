import { beforeEach, describe, expect, it, vi } from 'vitest';
import { settle } from '../testing/ManualClock';
import { person, World } from '../testing/World';

let world: World;
beforeEach(() => {
  world = new World();
});

describe('ringing', () => {
  it('connects the two, and both know what the other sends', async () => {
    const { ann, bob } = await world.talking();
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    expect(ann.machine.snapshot()?.other).toMatchObject({ microphone: true, camera: true });
    expect(bob.machine.snapshot()?.other).toMatchObject({ microphone: true, camera: true });
    expect(world.network.violations).toEqual([]);
    await world.clock.advance(65_000);
    ann.machine.hangUp();
    await settle();
    expect(ann.machine.snapshot()?.ending).toEqual({ reason: 'hangup', byMe: true, durationMs: 65_000 });
    expect(bob.machine.snapshot()?.ending).toEqual({ reason: 'hangup', byMe: false, durationMs: 65_000 });
  });

  it('is over at the server when the machine says so', async () => {
    const { ann, bob } = await world.talking();
    await ann.machine.end();
    expect(world.server.calls[0]?.reason).toBe('hangup');
    await settle();
    expect(bob.reason).toBe('hangup');
    await ann.machine.end();
  });

  it('tells when the server knows that it is over', async () => {
    const { ann } = await world.talking();
    let answer: (reply: { kind: 'offline' }) => void = () => undefined;
    vi.spyOn(ann.signaling, 'request').mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    ann.machine.hangUp();
    const told = vi.fn();
    void ann.machine.told().then(told);
    await settle();
    expect(told).not.toHaveBeenCalled();
    answer({ kind: 'offline' });
    await settle();
    expect(told).toHaveBeenCalledOnce();
  });

  it('asks nobody for a camera before the person answers', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    expect(bob.phase).toBe('incoming');
    expect(bob.media.asked).toEqual([]);
    expect(world.network.open).toHaveLength(1);
  });

  it('ends for both when the callee declines', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    bob.machine.hangUp();
    await settle();
    expect([ann.reason, bob.reason]).toEqual(['declined', 'declined']);
    expect(world.server.calls[0]?.reason).toBe('declined');
    expect(ann.media.live()).toEqual([]);
  });

  it('tells the callee of a call that was given up', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    ann.machine.hangUp();
    await settle();
    expect(bob.machine.snapshot()?.ending).toMatchObject({ reason: 'cancelled', byMe: false });
  });

  it('ends at the server when it is given up before the server has said which call it is', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    while (ann.signaling.sent.length === 0) await Promise.resolve();
    ann.machine.hangUp();
    await settle();
    expect(world.server.liveOf('ann')).toBeUndefined();
    expect(bob.phase).not.toBe('incoming');
  });

  it('never rings when it is given up while the camera is being asked for', async () => {
    const ann = world.tab('ann');
    ann.media.hold();
    ann.call('bob');
    await settle();
    expect(ann.phase).toBe('preparing');
    ann.machine.hangUp();
    ann.media.decide();
    await settle();
    expect(ann.signaling.sent).toEqual([]);
    expect(ann.media.tracks).toHaveLength(2);
    expect(ann.media.live()).toEqual([]);
  });

  it('says that nobody answered', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await world.clock.advance(45_000);
    expect([ann.reason, bob.reason]).toEqual(['unanswered', 'unanswered']);
  });

  it('says that the other is not there, and rings when they come', async () => {
    const ann = world.tab('ann');
    ann.call('bob');
    await settle();
    expect(ann.machine.snapshot()?.reachable).toBe(false);
    const bob = world.tab('bob');
    await settle();
    bob.machine.answer(true);
    await settle();
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    expect(world.network.violations).toEqual([]);
  });

  it('stops at the other devices when one answers or declines', async () => {
    const ann = world.tab('ann');
    const phone = world.tab('bob');
    const laptop = world.tab('bob');
    ann.call('bob');
    await settle();
    phone.machine.answer(false);
    await settle();
    expect([phone.phase, laptop.reason]).toEqual(['active', 'answered_elsewhere']);
    ann.machine.hangUp();
    await settle();
    laptop.machine.dismiss();
    ann.call('bob');
    await settle();
    laptop.machine.hangUp();
    await settle();
    expect([ann.reason, phone.reason]).toEqual(['declined', 'declined_elsewhere']);
  });

  it('gives the call to one of two devices that answer together', async () => {
    const ann = world.tab('ann');
    const phone = world.tab('bob');
    const laptop = world.tab('bob');
    ann.call('bob');
    await settle();
    phone.machine.answer(true);
    laptop.machine.answer(true);
    await settle();
    expect([ann.phase, phone.phase, laptop.reason]).toEqual(['active', 'active', 'answered_elsewhere']);
    expect(laptop.media.live()).toEqual([]);
  });

  it('says busy to the third, and leaves the call of the two alone', async () => {
    const { ann, bob } = await world.talking();
    const cy = world.tab('cy');
    cy.call('bob');
    await settle();
    expect([ann.phase, bob.phase, cy.reason]).toEqual(['active', 'active', 'busy']);
  });
});

describe('when both press Call', () => {
  it.each(['together', 'one after the other'])('it is one call, %s', async (how) => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    if (how === 'together') {
      ann.call(bob);
      bob.call(ann);
    } else {
      bob.media.hold();
      bob.call(ann);
      ann.call(bob);
      await settle();
      bob.media.decide();
    }
    await settle();
    expect(world.server.calls).toHaveLength(1);
    expect([ann.phase, bob.phase]).toEqual(['calling', 'incoming']);
    expect(bob.machine.snapshot()?.bothCalled).toBe(true);
    expect(bob.media.live()).toEqual([]);
    bob.machine.answer(true);
    await settle();
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    expect(world.network.violations).toEqual([]);
  });

  it('is one call although the news of it come late', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    bob.signaling.slow();
    ann.call(bob);
    await settle();
    bob.call(ann);
    await settle();
    expect(bob.phase).toBe('calling');
    bob.signaling.fast();
    expect(bob.machine.snapshot()).toMatchObject({ phase: 'incoming', bothCalled: true });
  });

  it('leaves the call of the other alone when this one is given up', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    bob.media.hold();
    bob.call(ann);
    ann.call(bob);
    await settle();
    bob.media.decide();
    while (bob.signaling.sent.length === 0) await Promise.resolve();
    bob.machine.hangUp();
    await settle();
    expect([ann.phase, bob.phase]).toEqual(['calling', 'incoming']);
  });

  it('shows the call of a third person that came first', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    bob.media.hold();
    bob.call('cy');
    ann.call(bob);
    await settle();
    bob.media.decide();
    await settle();
    expect(bob.machine.snapshot()).toMatchObject({ phase: 'incoming', peer: { id: 'ann' } });
  });
});

describe('what the server refuses', () => {
  it.each([
    ['forbidden', 'not_allowed'],
    ['not_now', 'not_now'],
    ['rate_limited', 'too_many_calls'],
    ['already_in_call', 'in_other_call'],
    ['storage_full', 'failed'],
  ])('%s ends the call as %s', async (code, reason) => {
    const ann = world.tab('ann');
    ann.signaling.refusals.set('call-user', code);
    ann.call('bob');
    await settle();
    expect(ann.reason).toBe(reason);
    expect(ann.media.live()).toEqual([]);
  });

  it('does not ring again for a call that is over', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    const offer = world.server.calls[0]?.offer ?? { type: 'offer', sdp: '' };
    bob.machine.hangUp();
    await settle();
    bob.machine.dismiss();
    const made = { callId: 'call-1', from: 'ann', caller: person('ann'), media: 'video', appointmentId: null } as const;
    bob.signaling.hear({ event: 'call-made', offer, ...made });
    expect(bob.phase).toBe('idle');
  });

  it('ends a call that the browser cannot make, at either side', async () => {
    world.network.broken = true;
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    expect(ann.reason).toBe('failed');
    world.network.broken = false;
    ann.machine.dismiss();
    ann.call(bob);
    await settle();
    world.network.broken = true;
    bob.machine.answer(true);
    await settle();
    expect(bob.reason).toBe('failed');
    expect(ann.phase).toBe('ended');
  });

  it('ends a call later that was lost with the connection', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    while (world.server.calls.length === 0) await Promise.resolve();
    ann.signaling.disconnect();
    await settle();
    expect(ann.reason).toBe('no_connection');
    ann.signaling.connect();
    await settle();
    expect(world.server.liveOf('ann')).toBeUndefined();
    expect(bob.phase).toBe('ended');
  });

  it('ends a call later that was given up and lost with the connection', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    while (world.server.calls.length === 0) await Promise.resolve();
    ann.machine.hangUp();
    ann.signaling.disconnect();
    await settle();
    ann.signaling.connect();
    await settle();
    expect(world.server.liveOf('ann')).toBeUndefined();
  });

  it('ends at once without a connection', async () => {
    const ann = world.tab('ann');
    ann.signaling.disconnect();
    ann.call('bob');
    await settle();
    expect(ann.reason).toBe('no_connection');
  });

  it('is not endless on a device whose connection died while it rang at the other', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    expect([ann.phase, bob.phase]).toEqual(['calling', 'incoming']);
    ann.signaling.disconnect();
    await world.clock.advance(89_000);
    expect(ann.phase).toBe('calling');
    await world.clock.advance(2_000);
    expect(ann.reason).toBe('connection_lost');
    expect(ann.media.live()).toEqual([]);
  });
});
