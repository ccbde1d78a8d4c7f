import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settle } from '../testing/ManualClock';
import { World, type Tab } from '../testing/World';

interface Step {
  tab: number;
  what:
    | 'call'
    | 'answer'
    | 'hangUp'
    | 'dismiss'
    | 'microphone'
    | 'camera'
    | 'offline'
    | 'online'
    | 'reload'
    | 'rejoin'
    | 'cut'
    | 'restore'
    | 'prompt'
    | 'decide'
    | 'unplug'
    | 'slow'
    | 'fast'
    | 'wait';
  /** Whether everything comes to rest before the next step. */
  rest: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  tab: fc.nat(2),
  what: fc.constantFrom(
    ...(['call', 'call', 'answer', 'answer', 'hangUp', 'dismiss', 'microphone', 'camera'] as const),
    ...(['offline', 'online', 'online', 'reload', 'rejoin', 'rejoin', 'cut', 'restore'] as const),
    ...(['prompt', 'decide', 'unplug', 'slow', 'fast', 'wait', 'wait'] as const),
  ),
  rest: fc.boolean(),
});

async function take(world: World, tab: Tab, { what }: Step): Promise<void> {
  const own = tab.machine.snapshot()?.own;
  switch (what) {
    case 'call':
      tab.call(tab.user === 'ann' ? 'bob' : 'ann');
      return;
    case 'answer':
      return tab.machine.answer(true);
    case 'hangUp':
      return tab.machine.hangUp();
    case 'dismiss':
      return tab.machine.dismiss();
    case 'microphone':
      return tab.machine.setMedia('audio', own?.microphone !== true);
    case 'camera':
      return tab.machine.setMedia('video', own?.camera !== true);
    case 'offline':
      return tab.signaling.disconnect();
    case 'online':
      return tab.signaling.connect();
    case 'reload':
      return tab.reload();
    case 'rejoin':
      return tab.rejoin();
    case 'cut':
      return world.network.cut();
    case 'restore':
      return world.network.restore();
    case 'prompt':
      return tab.media.hold();
    case 'decide':
      return tab.media.decide();
    case 'unplug':
      tab.media.live()[0]?.unplug();
      return;
    case 'slow':
      return tab.signaling.slow();
    case 'fast':
      return tab.signaling.fast();
    case 'wait':
      await world.clock.advance(4_000);
  }
}

const NONE = ['idle', 'ended', 'incoming'];

function check(world: World): void {
  expect(world.network.violations).toEqual([]);
  for (const tab of world.tabs) {
    if (NONE.includes(tab.phase)) expect(tab.media.live()).toEqual([]);
    expect(tab.media.live('audio').length).toBeLessThanOrEqual(1);
    expect(tab.media.live('video').length).toBeLessThanOrEqual(1);
  }
  const inCall = world.tabs.filter((tab) => !NONE.includes(tab.phase));
  expect(world.network.open.length).toBeLessThanOrEqual(inCall.length);
}

/** Once all problems are over, a call either works on both sides or has ended on both. */
async function checkTheEnd(world: World): Promise<void> {
  for (const tab of world.tabs) {
    tab.media.decide();
    tab.signaling.fast();
    tab.signaling.connect();
  }
  world.network.restore();
  await world.clock.advance(150_000);
  check(world);
  const live = world.server.calls.filter((call) => call.state !== 'ended');
  const active = world.tabs.filter((tab) => tab.phase === 'active');
  expect(world.tabs.map((tab) => tab.phase).filter((phase) => !['idle', 'ended', 'active'].includes(phase))).toEqual(
    [],
  );
  expect(live.length).toBeLessThanOrEqual(1);
  expect(active.map((tab) => tab.user).sort()).toEqual(live.length === 0 ? [] : ['ann', 'bob']);
  for (const tab of active) expect(tab.machine.snapshot()?.callId).toBe(live[0]?.id);
}

const RUNS = Number(process.env['CALL_SEQUENCES'] ?? 400);

it('keeps its promises in any order of events', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }), async (steps) => {
      const world = new World();
      const tabs = [world.tab('ann'), world.tab('bob'), world.tab('bob')];
      for (const each of steps) {
        const tab = tabs[each.tab];
        if (tab !== undefined) await take(world, tab, each);
        if (each.rest) {
          await settle();
          check(world);
        }
      }
      await checkTheEnd(world);
    }),
    { numRuns: RUNS },
  );
});
