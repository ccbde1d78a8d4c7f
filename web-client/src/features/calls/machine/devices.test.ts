import { beforeEach, describe, expect, it } from 'vitest';
import { MediaFailure, type MediaProblem } from './ports';
import { settle } from '../testing/ManualClock';
import { World } from '../testing/World';

let world: World;
beforeEach(() => {
  world = new World();
});

describe('camera and microphone', () => {
  it('mutes by silence, and the other side is told', async () => {
    const { ann, bob } = await world.talking();
    ann.machine.setMedia('audio', false);
    await settle();
    expect(ann.media.live('audio').map((track) => track.enabled)).toEqual([false]);
    expect(bob.machine.snapshot()?.other).toMatchObject({ microphone: false, camera: true });
    ann.machine.setMedia('audio', true);
    await settle();
    expect(bob.machine.snapshot()?.other.microphone).toBe(true);
  });

  it('stops a camera that is off, and takes a new picture when it is on again', async () => {
    const { ann, bob } = await world.talking();
    ann.machine.setMedia('video', false);
    await settle();
    expect(ann.media.live('video')).toEqual([]);
    expect(world.network.peers[0]?.sending.video).toBeNull();
    expect(bob.machine.snapshot()?.other.camera).toBe(false);
    ann.machine.setMedia('video', true);
    await settle();
    expect(ann.media.live('video')).toHaveLength(1);
    expect(world.network.peers[0]?.sending.video).toBe(ann.media.live('video')[0]);
    expect(bob.machine.snapshot()?.other.camera).toBe(true);
  });

  it('ends in the state that was wanted last', async () => {
    const { ann } = await world.talking();
    for (const on of [false, true, false, true, false]) ann.machine.setMedia('video', on);
    await settle();
    expect(ann.media.live('video')).toEqual([]);
    expect(ann.machine.snapshot()?.own.camera).toBe(false);
  });

  it('switches the device without a word to the server', async () => {
    const { ann } = await world.talking();
    const before = ann.signaling.sent.length;
    ann.machine.useDevice('video', 'rear');
    ann.machine.useDevice('audio', 'headset');
    await settle();
    expect(
      ann.media
        .live()
        .map((track) => track.deviceId)
        .sort(),
    ).toEqual(['headset', 'rear']);
    expect(world.network.peers[0]?.sending.video).toBe(ann.media.live('video')[0]);
    expect(ann.signaling.sent).toHaveLength(before);
  });

  it.each<MediaProblem>(['denied', 'missing', 'in_use', 'failed'])(
    'calls with sound alone when the camera is %s',
    async (problem) => {
      const ann = world.tab('ann');
      const bob = world.tab('bob');
      ann.media.problems.video = problem;
      ann.call(bob);
      await settle();
      bob.machine.answer(true);
      await settle();
      expect(ann.phase).toBe('active');
      expect(ann.machine.snapshot()?.own).toMatchObject({ microphone: true, cameraProblem: problem });
      expect(bob.machine.snapshot()?.other).toMatchObject({ microphone: true, camera: false });
    },
  );

  it('listens when there is neither camera nor microphone', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    bob.media.problems.audio = 'missing';
    bob.media.problems.video = 'missing';
    ann.call(bob);
    await settle();
    bob.machine.answer(true);
    await settle();
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    expect(ann.machine.snapshot()?.other).toMatchObject({ microphone: false, camera: false });
  });

  it('does not let the caller wait for a prompt that is ignored', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    bob.media.hold();
    ann.call(bob);
    await settle();
    bob.machine.answer(true);
    await settle();
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    expect(ann.machine.snapshot()?.other.microphone).toBe(false);
    bob.media.decide();
    await settle();
    expect(ann.machine.snapshot()?.other).toMatchObject({ microphone: true, camera: true });
  });

  it('goes on with another device when one is unplugged', async () => {
    const { ann } = await world.talking();
    ann.media.live('audio')[0]?.unplug();
    await settle();
    expect(ann.media.live('audio')).toHaveLength(1);
    ann.media.problems.video = 'missing';
    ann.media.live('video')[0]?.unplug();
    await settle();
    expect(ann.phase).toBe('active');
    expect(ann.machine.snapshot()?.own).toMatchObject({ camera: false, cameraProblem: 'missing' });
  });

  it('goes on with another device when the chosen one was unplugged while it was off', async () => {
    const { ann } = await world.talking();
    const capture = ann.media.capture.bind(ann.media);
    let plugged = true;
    ann.media.capture = (request) =>
      request.video === 'chosen' && !plugged ? Promise.reject(new MediaFailure('missing')) : capture(request);
    ann.machine.useDevice('video', 'chosen');
    await settle();
    ann.machine.setMedia('video', false);
    await settle();
    plugged = false;
    ann.machine.setMedia('video', true);
    await settle();
    expect(ann.machine.snapshot()?.own).toMatchObject({ camera: true, cameraProblem: null });
    expect(ann.media.live('video').map(({ deviceId }) => deviceId)).toEqual(['default-video']);
  });

  it('says while the prompt is open that it is', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    bob.media.hold();
    ann.call(bob);
    await settle();
    bob.machine.answer(true);
    await settle();
    expect(bob.machine.snapshot()?.own.asking).toBe(true);
    bob.media.decide();
    await settle();
    expect(bob.machine.snapshot()?.own).toMatchObject({ asking: false, microphone: true, camera: true });
  });

  it('rings after a while although the prompt of the caller is ignored, and sends what is allowed later', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.media.hold();
    ann.call(bob);
    await world.clock.advance(14_000);
    expect([ann.phase, bob.phase]).toEqual(['preparing', 'idle']);
    await world.clock.advance(2_000);
    expect([ann.phase, bob.phase]).toEqual(['calling', 'incoming']);
    bob.machine.answer(true);
    await settle();
    expect([ann.phase, bob.phase]).toEqual(['active', 'active']);
    expect(bob.machine.snapshot()?.other).toMatchObject({ microphone: false, camera: false });
    ann.media.decide();
    await settle();
    expect(bob.machine.snapshot()?.other).toMatchObject({ microphone: true, camera: true });
  });

  it('takes no device that was allowed after the end', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.media.hold();
    ann.call(bob);
    await world.clock.advance(16_000);
    ann.machine.hangUp();
    ann.media.decide();
    await settle();
    expect(ann.media.live()).toEqual([]);
  });

  it('takes the camera again that the system took away while nobody looked', async () => {
    const { ann, bob } = await world.talking();
    ann.media.problems.video = 'in_use';
    ann.media.live('video')[0]?.unplug();
    await settle();
    expect(ann.machine.snapshot()?.own).toMatchObject({ camera: false, cameraProblem: 'in_use' });
    delete ann.media.problems.video;
    ann.machine.pageShown();
    await settle();
    expect(ann.machine.snapshot()?.own).toMatchObject({ camera: true, cameraProblem: null });
    expect(bob.machine.snapshot()?.other.camera).toBe(true);
  });

  it('takes another picture from a camera that stays black, and leaves one alone that works', async () => {
    const { ann } = await world.talking();
    const [before] = ann.media.live('video');
    ann.machine.pageShown();
    await settle();
    expect(ann.media.live('video')).toEqual([before]);
    if (before !== undefined) before.muted = true;
    ann.machine.pageShown();
    await settle();
    expect(ann.media.live('video')).toHaveLength(1);
    expect(ann.media.live('video')).not.toContain(before);
  });

  it('does not ask again for what was refused, or is off, when somebody looks', async () => {
    const ann = world.tab('ann');
    const bob = world.tab('bob');
    ann.media.problems.video = 'denied';
    ann.call(bob);
    await settle();
    ann.machine.setMedia('audio', false);
    await settle();
    const asked = ann.media.asked.length;
    ann.machine.pageShown();
    await settle();
    expect(ann.media.asked).toHaveLength(asked);
  });
});
