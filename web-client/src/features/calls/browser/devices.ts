import { deviceStorage } from '@/shared/browser';
import {
  MediaFailure,
  type CaptureRequest,
  type MediaKind,
  type MediaPort,
  type MediaProblem,
  type WantedDevice,
} from '../machine/ports';

export type DeviceKind = MediaKind | 'output';
export type DeviceChoice = Partial<Record<DeviceKind, string>>;

const KEY = 'call-devices';

/** The devices that were chosen last in this browser. */
export function chosenDevices(): DeviceChoice {
  try {
    const value: unknown = JSON.parse(deviceStorage.get(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

export function chooseDevice(kind: DeviceKind, deviceId: string): void {
  deviceStorage.set(KEY, JSON.stringify({ ...chosenDevices(), [kind]: deviceId }));
}

export interface Device {
  id: string;
  name: string;
}

const BROWSER_KINDS: Record<DeviceKind, MediaDeviceKind> = {
  audio: 'audioinput',
  video: 'videoinput',
  output: 'audiooutput',
};

/** The available devices; without names until the person has allowed one. */
export async function listDevices(): Promise<Record<DeviceKind, Device[]>> {
  const all = await devices().enumerateDevices();
  const of = (kind: DeviceKind) =>
    all
      .filter((device) => device.kind === BROWSER_KINDS[kind] && device.deviceId !== '')
      .map((device, index) => ({ id: device.deviceId, name: device.label || `${index + 1}` }));
  return { audio: of('audio'), video: of('video'), output: of('output') };
}

/** Listens for devices that are plugged in or unplugged. */
export function onDevicesChanged(run: () => void): () => void {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  mediaDevices?.addEventListener('devicechange', run);
  return () => mediaDevices?.removeEventListener('devicechange', run);
}

/** The cameras and microphones of the browser. */
export const browserMedia: MediaPort = {
  async capture(request: CaptureRequest): Promise<MediaStreamTrack[]> {
    try {
      const stream = await devices().getUserMedia({
        audio: request.audio === undefined ? false : { ...which('audio', request.audio) },
        video:
          request.video === undefined
            ? false
            : { facingMode: 'user', ...which('video', request.video), width: { ideal: 1280 }, height: { ideal: 720 } },
      });
      return stream.getTracks();
    } catch (error) {
      throw new MediaFailure(problemOf(error));
    }
  },
  async captureScreen(): Promise<MediaStreamTrack> {
    const stream = await devices().getDisplayMedia({ video: { frameRate: { max: 15 } } });
    const [track] = stream.getVideoTracks();
    if (track === undefined) throw new MediaFailure('missing');
    // Letters matter more than movement.
    track.contentHint = 'detail';
    return track;
  },
  onEnded(track, run) {
    track.addEventListener('ended', run);
  },
};

/** Phones cannot share their screen. */
export function canShareScreen(): boolean {
  const { mediaDevices } = navigator as { mediaDevices?: Partial<MediaDevices> };
  return mediaDevices?.getDisplayMedia !== undefined;
}

function which(kind: MediaKind, wanted: WantedDevice): MediaTrackConstraints {
  if (typeof wanted === 'object') return { facingMode: { exact: wanted.facing } };
  if (wanted !== true) return { deviceId: { exact: wanted } };
  const chosen = chosenDevices()[kind];
  return chosen === undefined ? {} : { deviceId: { ideal: chosen } };
}

/** Not available on pages without https. */
function devices(): MediaDevices {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) throw new MediaFailure('failed');
  return mediaDevices;
}

function problemOf(error: unknown): MediaProblem {
  if (error instanceof MediaFailure) return error.problem;
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'in_use';
    default:
      return 'failed';
  }
}
