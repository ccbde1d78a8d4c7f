import { describe, expect, it } from 'vitest';
import { settle } from '../testing/ManualClock';
import { World, type Tab } from '../testing/World';

type Way = (world: World, ann: Tab, bob: Tab) => Promise<void> | void;

/** Every way out of a call, for the person called Ann. */
const WAYS: Record<string, Way> = {
  'cancels while it rings': (_, ann) => ann.machine.hangUp(),
  'is declined': (_, __, bob) => bob.machine.hangUp(),
  'is not answered': (world) => world.clock.advance(45_000),
  'calls somebody who is offline': async (world, _, bob) => {
    bob.signaling.disconnect();
    await world.clock.advance(45_000);
  },
  'hangs up while connecting': async (world, ann, bob) => {
    world.network.cut();
    bob.machine.answer(true);
    await settle();
    ann.machine.hangUp();
  },
  'finds no path': async (world, _, bob) => {
    world.network.cut();
    bob.machine.answer(true);
    await world.clock.advance(25_000);
  },
  'hangs up': async (_, ann, bob) => {
    bob.machine.answer(true);
    await settle();
    ann.machine.hangUp();
  },
  'is hung up on': async (_, __, bob) => {
    bob.machine.answer(true);
    await settle();
    bob.machine.hangUp();
  },
  'loses the connection': async (world, _, bob) => {
    bob.machine.answer(true);
    await settle();
    world.network.cut();
    await world.clock.advance(70_000);
  },
  'loses the other side': async (world, _, bob) => {
    bob.machine.answer(true);
    await settle();
    bob.reload();
    await world.clock.advance(31_000);
  },
  'comes back too late': async (world, ann, bob) => {
    bob.machine.answer(true);
    await settle();
    ann.signaling.disconnect();
    await world.clock.advance(31_000);
    ann.signaling.connect();
  },
  'is refused by the server': async (world, ann, bob) => {
    bob.machine.answer(true);
    await settle();
    ann.signaling.refusals.set('call-description', 'forbidden');
    world.network.cut();
    await world.clock.advance(10_000);
  },
  'logs out': async (_, ann, bob) => {
    bob.machine.answer(true);
    await settle();
    ann.stop();
  },
  'leaves the page': async (_, ann, bob) => {
    bob.machine.answer(true);
    await settle();
    ann.machine.leave();
  },
};

describe('every way out releases the camera, the microphone, the timers and the connection', () => {
  it.each(Object.keys(WAYS))('when she %s', async (name) => {
    const world = new World();
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.call(bob);
    await settle();
    expect(ann.media.live()).toHaveLength(2);
    await WAYS[name]?.(world, ann, bob);
    await settle();
    expect(['ended', 'idle']).toContain(ann.phase);
    expect(ann.media.live()).toEqual([]);
    if (bob.phase !== 'ended') bob.stop();
    await settle();
    expect(world.network.open).toEqual([]);
    expect(world.clock.pending).toBe(0);
    expect(world.network.violations).toEqual([]);
  });
});

it('keeps nothing of a call that was cut off for the next person of this tab', async () => {
  const { ann } = await new World().talking();
  ann.reload();
  expect(ann.keeper.kept()?.peer.name).toBe('bob');
  ann.stop();
  expect(ann.keeper.kept()).toBeNull();
});
