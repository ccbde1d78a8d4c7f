import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loggedIn, PATIENT, show, withBrowser } from '@/test/show';
import { CallMachine } from '../machine/CallMachine';
import type { MediaControls } from '../machine/PeerLeg';
import { type CallSnapshot, firstMedia, firstSnapshot } from '../machine/snapshot';
import { World } from '../testing/World';
import { Controls } from './Controls';
import { StageTools } from './StageTools';
import { useSound } from './useSound';
import { useWakeLock } from './useWakeLock';

const session = loggedIn(PATIENT);
const nothing = () => undefined;
const peer = { id: 'doctor', name: 'Dr. Marta Vidal', avatar: null };
const track = { getSettings: () => ({}) } as unknown as MediaStreamTrack;

function call(change: Partial<CallSnapshot>): CallSnapshot {
  const facts = { direction: 'outgoing', callId: '1', peer, media: 'video', appointmentId: null } as const;
  return { ...firstSnapshot({ ...facts, bothCalled: false }), phase: 'active', connectedAt: 0, ...change };
}

let controls: Record<keyof MediaControls, ReturnType<typeof vi.fn<() => void>>>;
let machine: CallMachine;
let devices: { kind: MediaDeviceKind; deviceId: string; label: string }[];
let devicesChanged: () => void;

function browserHas(more: object): void {
  const mediaDevices = {
    enumerateDevices: () => Promise.resolve(devices),
    addEventListener: (_: string, run: () => void) => (devicesChanged = run),
    removeEventListener: nothing,
    ...more,
  };
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: mediaDevices });
}

const device = (kind: MediaDeviceKind, deviceId: string) => ({ kind, deviceId, label: deviceId });

beforeEach(() => {
  withBrowser();
  controls = { sendVideoAnyway: vi.fn(), shareScreen: vi.fn(), stopSharing: vi.fn(), flipCamera: vi.fn() };
  machine = new World().tab('ann').machine;
  vi.spyOn(CallMachine.prototype, 'media', 'get').mockReturnValue(controls);
  devices = [];
  browserHas({});
  return () => vi.unstubAllGlobals();
});

describe('the wake lock', () => {
  const sentinels: { released: boolean; release: () => Promise<void> }[] = [];
  const request = vi.fn();
  function Lock({ wanted }: { wanted: boolean }) {
    useWakeLock(wanted);
    return null;
  }
  beforeEach(() => {
    sentinels.length = 0;
    request.mockReset().mockImplementation(() => {
      const made = {
        released: false,
        release: () => {
          made.released = true;
          return Promise.resolve();
        },
      };
      sentinels.push(made);
      return Promise.resolve(made);
    });
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
  });
  const settled = () => act(() => Promise.resolve());

  it('is held during a call, taken again when the page shows again, and released after it', async () => {
    const { rerender } = render(<Lock wanted={false} />);
    expect(request).not.toHaveBeenCalled();
    rerender(<Lock wanted />);
    await settled();
    expect(request).toHaveBeenCalledExactlyOnceWith('screen');
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(sentinels).toHaveLength(1);
    await sentinels[0]?.release();
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(sentinels).toHaveLength(2);
    rerender(<Lock wanted={false} />);
    expect(sentinels[1]?.released).toBe(true);
  });

  it('is released when it comes after the call, and may be refused', async () => {
    const { unmount } = render(<Lock wanted />);
    unmount();
    await settled();
    expect(sentinels[0]?.released).toBe(true);
    request.mockRejectedValue(new Error('low battery'));
    render(<Lock wanted />);
    await settled();
  });
});

describe('the corner over the pictures', () => {
  const picture = { current: document.createElement('video') };
  const tools = (change: Partial<CallSnapshot>) =>
    show(<StageTools call={call(change)} machine={machine} picture={picture} />, { session });
  const own = { ...firstMedia().own, camera: true, videoTrack: track };
  const other = { ...firstMedia().other, camera: true, videoTrack: track };

  it('switches the camera where there are two', async () => {
    devices = [device('videoinput', 'front'), device('videoinput', 'back')];
    tools({ own });
    fireEvent.click(await screen.findByRole('button', { name: 'Switch camera' }));
    expect(controls.flipCamera).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['one camera', own, ['front']],
    ['no camera on', firstMedia().own, ['front', 'back']],
  ])('switches nothing with %s', async (_, mine, ids) => {
    devices = ids.map((id) => device('videoinput', id));
    tools({ own: mine });
    await act(() => Promise.resolve());
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('pops the picture out and in, where the browser can and there is one', async () => {
    const enter = vi.fn(() => Promise.resolve({} as PictureInPictureWindow));
    const leave = vi.fn(() => Promise.resolve());
    picture.current.requestPictureInPicture = enter;
    Object.assign(document, { exitPictureInPicture: leave });
    const { again } = tools({ other });
    expect(screen.queryByRole('button')).toBeNull();
    Object.defineProperty(document, 'pictureInPictureEnabled', { configurable: true, value: true });
    const shown = (change: Partial<CallSnapshot>) =>
      again(<StageTools call={call(change)} machine={machine} picture={picture} />);
    shown({ other });
    fireEvent.click(screen.getByRole('button', { name: 'Show the picture in a window of its own' }));
    expect(enter).toHaveBeenCalledTimes(1);
    Object.defineProperty(document, 'pictureInPictureElement', { configurable: true, value: picture.current });
    act(() => void document.dispatchEvent(new Event('enterpictureinpicture')));
    fireEvent.click(screen.getByRole('button', { name: 'Close the window with the picture' }));
    expect(leave).toHaveBeenCalledTimes(1);
    shown({ other: { ...other, videoPaused: true } });
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
    Object.defineProperty(document, 'pictureInPictureEnabled', { configurable: true, value: false });
  });
});

describe('sharing the screen', () => {
  const bar = (isShared: boolean) => {
    const rest = { isFull: false, toggleFull: null, openDevices: nothing, docked: false, resize: nothing };
    const own = { ...firstMedia().own, screen: isShared };
    show(<Controls call={call({ own })} machine={machine} {...rest} />, { session });
  };

  it('is offered where the browser can', () => {
    bar(false);
    expect(screen.queryByRole('button', { name: 'Share screen' })).toBeNull();
  });

  it('begins and ends', () => {
    browserHas({ getDisplayMedia: nothing });
    bar(false);
    fireEvent.click(screen.getByRole('button', { name: 'Share screen' }));
    bar(true);
    fireEvent.click(screen.getByRole('button', { name: 'Stop sharing' }));
    expect([controls.shareScreen.mock.calls.length, controls.stopSharing.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('the sound', () => {
  it('goes on at the usual speaker when the chosen one is unplugged', async () => {
    const sinks: string[] = [];
    vi.stubGlobal(
      'MediaStream',
      class {
        constructor(readonly tracks: MediaStreamTrack[]) {}
      },
    );
    vi.stubGlobal(
      'Audio',
      class {
        sinkId = 'headset';
        setSinkId = (id: string) => {
          sinks.push(id);
          return Promise.resolve();
        };
        play = () => Promise.resolve();
        pause = nothing;
      },
    );
    devices = [device('audiooutput', 'headset'), device('audiooutput', 'speaker')];
    function Sound() {
      useSound(track);
      return null;
    }
    render(<Sound />);
    const change = () =>
      act(() => {
        devicesChanged();
        return Promise.resolve();
      });
    await change();
    expect(sinks).toEqual([]);
    devices = [device('audiooutput', 'speaker')];
    await change();
    await waitFor(() => expect(sinks).toEqual(['']));
  });
});
