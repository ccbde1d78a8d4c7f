import { beforeEach, describe, expect, it } from 'vitest';
import { FakeTrack } from '../testing/FakeMedia';
import { settle } from '../testing/ManualClock';
import { type Tab, World } from '../testing/World';
import { MediaFailure } from './ports';

let world: World;
let ann: Tab;
let bob: Tab;
beforeEach(async () => {
  world = new World();
  ({ ann, bob } = await world.talking());
});

const sent = () => world.network.peers[0]?.sending.video;
const seen = () => bob.machine.snapshot()?.other;

describe('a shared screen', () => {
  let screen: FakeTrack;
  beforeEach(async () => {
    screen = new FakeTrack('video', 'screen', 'screen');
    ann.media.screen = screen;
    ann.machine.media?.shareScreen();
    await settle();
  });

  it('takes the place of the camera, and the other side is told', () => {
    expect(sent()).toBe(screen);
    expect(ann.machine.snapshot()?.own).toMatchObject({ screen: true, camera: true });
    expect(seen()).toMatchObject({ screen: true, camera: true });
    expect(ann.media.live('video')).toHaveLength(1);
  });

  it.each([
    ['in the call', () => ann.machine.media?.stopSharing()],
    ['in the bar of the browser', () => screen.unplug()],
  ])('gives way to the camera when it is stopped %s', async (_, stop) => {
    stop();
    await settle();
    expect(screen.readyState).toBe('ended');
    expect(sent()).toBe(ann.media.live('video')[0]);
    expect(seen()).toMatchObject({ screen: false, camera: true });
  });

  it('is seen although the camera is off, and leaves nothing behind', async () => {
    ann.machine.setMedia('video', false);
    await settle();
    expect(sent()).toBe(screen);
    expect(seen()).toMatchObject({ screen: true, camera: true });
    ann.machine.media?.stopSharing();
    await settle();
    expect(sent()).toBeNull();
    expect(seen()).toMatchObject({ screen: false, camera: false });
  });

  it('ends with the call', async () => {
    bob.machine.hangUp();
    await settle();
    expect(screen.readyState).toBe('ended');
    expect(ann.machine.media).toBeNull();
  });

  it('stops while the line is weak, as the camera would', async () => {
    world.network.bitsPerSecond = 100_000;
    await world.clock.advance(24_000);
    expect(sent()).toBeNull();
    expect(seen()).toMatchObject({ screen: true, videoPaused: true });
  });
});

it('a person who chooses no screen goes on as before', async () => {
  ann.machine.media?.shareScreen();
  await settle();
  expect(sent()).toBe(ann.media.live('video')[0]);
  expect(ann.machine.snapshot()?.own.screen).toBe(false);
});

it('a screen that was chosen after the end is not taken', async () => {
  const screen = new FakeTrack('video', 'screen', 'screen');
  let choose: () => void = () => undefined;
  ann.media.captureScreen = () =>
    new Promise((done) => {
      choose = () => done(screen as unknown as MediaStreamTrack);
    });
  ann.machine.media?.shareScreen();
  ann.machine.hangUp();
  choose();
  await settle();
  expect(screen.readyState).toBe('ended');
});

describe('the camera of a phone', () => {
  const cameras = () => ann.media.live('video').map(({ deviceId }) => deviceId);
  const flip = async () => {
    ann.machine.media?.flipCamera();
    await settle();
  };

  it('is turned around, and back', async () => {
    await flip();
    expect(cameras()).toEqual(['environment']);
    expect(sent()).toBe(ann.media.live('video')[0]);
    await flip();
    expect(cameras()).toEqual(['user']);
  });

  it('stays the usual one where there is no other', async () => {
    const capture = ann.media.capture.bind(ann.media);
    ann.media.capture = (request) =>
      typeof request.video === 'object' && request.video.facing === 'environment'
        ? Promise.reject(new MediaFailure('missing'))
        : capture(request);
    await flip();
    expect(cameras()).toEqual(['default-video']);
    expect(ann.machine.snapshot()?.own).toMatchObject({ camera: true, cameraProblem: null });
    await flip();
    expect(cameras()).toEqual(['default-video']);
  });
});
