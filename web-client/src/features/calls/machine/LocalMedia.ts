import {
  MediaFailure,
  type CaptureRequest,
  type Facing,
  type MediaKind,
  type MediaPort,
  type MediaProblem,
  type WantedDevice,
} from './ports';
import type { OwnMedia } from './snapshot';

const KINDS: readonly MediaKind[] = ['audio', 'video'];
/** Problems that may be gone when the person looks at the page again. */
const PASSING: readonly (MediaProblem | null)[] = ['in_use', 'failed'];

export interface LocalMediaEvents {
  /** What is sent of a kind from now on. */
  track(kind: MediaKind, track: MediaStreamTrack | null): void;
  /** {@link LocalMedia#state} has changed. */
  changed(): void;
}

/**
 * The person's own camera and microphone. Muting sends silence, so that unmuting is instant; a camera that is off is
 * stopped, and its light goes out. After release every track is stopped, including one that a slow prompt delivers
 * later.
 */
export class LocalMedia {
  readonly #tracks: Record<MediaKind, MediaStreamTrack | null> = { audio: null, video: null };
  readonly #wanted: Record<MediaKind, boolean> = { audio: false, video: false };
  readonly #device: Record<MediaKind, WantedDevice> = { audio: true, video: true };
  readonly #problems: Record<MediaKind, MediaProblem | null> = { audio: null, video: null };
  #tail: Promise<void> = Promise.resolve();
  #facing: Facing = 'user';
  #asking = false;
  #released = false;

  constructor(
    private readonly media: MediaPort,
    private readonly events: LocalMediaEvents,
  ) {}

  /** What is available, and what is missing. "On" means that the other side receives it. */
  state(): OwnMedia {
    return {
      asking: this.#asking,
      microphone: this.#tracks.audio?.enabled ?? false,
      camera: this.#tracks.video?.enabled ?? false,
      audioTrack: this.#tracks.audio,
      videoTrack: this.#tracks.video,
      microphoneProblem: this.#problems.audio,
      cameraProblem: this.#problems.video,
    };
  }

  /** Requests both at once; what is unavailable is left out, and its problem is kept. */
  start(wanted: Record<MediaKind, boolean>): Promise<void> {
    for (const kind of KINDS) this.#wanted[kind] = wanted[kind];
    return this.#next(async () => {
      const missing = KINDS.filter((kind) => this.#wanted[kind] && this.#tracks[kind] === null);
      if (missing.length < 2 || !(await this.#capture(missing))) {
        for (const kind of missing) await this.#capture([kind]);
      }
    });
  }

  set(kind: MediaKind, on: boolean): Promise<void> {
    this.#wanted[kind] = on;
    return this.#next(() => this.#reconcile(kind));
  }

  /** Takes another camera or microphone; remembered while it is off. */
  use(kind: MediaKind, device: WantedDevice): Promise<void> {
    this.#device[kind] = device;
    return this.#next(async () => {
      if (this.#tracks[kind] === null) return;
      const on = this.#wanted[kind];
      // Some systems open a second camera only when the first is free.
      if (kind === 'video') this.#drop(kind);
      await this.#capture([kind]);
      this.#wanted[kind] = on;
      await this.#reconcile(kind);
    });
  }

  /** Takes the camera on the other side of the phone; if there is none, the usual one. */
  async flip(): Promise<void> {
    const wanted = { facing: this.#facing === 'user' ? 'environment' : 'user' } as const;
    await this.use('video', wanted);
    this.#facing = this.#device.video === wanted ? wanted.facing : 'user';
  }

  /** Phones take the camera away from a page in the background: takes it again if it is wanted. */
  wake(): Promise<void> {
    return this.#next(async () => {
      if (this.#tracks.video?.muted === true) this.#drop('video');
      else if (this.#tracks.video !== null || !PASSING.includes(this.#problems.video)) return;
      await this.#reconcile('video');
    });
  }

  release(): void {
    this.#released = true;
    for (const kind of KINDS) this.#drop(kind);
  }

  async #reconcile(kind: MediaKind): Promise<void> {
    const track = this.#tracks[kind];
    const on = this.#wanted[kind];
    if (on && track === null) await this.#capture([kind]);
    else if (!on && track !== null && kind === 'video') this.#drop(kind);
    else if (track !== null) track.enabled = on;
    this.#changed();
  }

  async #capture(kinds: MediaKind[]): Promise<boolean> {
    const request: CaptureRequest = {};
    for (const kind of kinds) request[kind] = this.#device[kind];
    this.#ask(true);
    try {
      const tracks = await this.media.capture(request);
      this.#ask(false);
      for (const track of tracks) this.#take(track);
      return true;
    } catch (error) {
      this.#asking = false;
      const problem = error instanceof MediaFailure ? error.problem : 'failed';
      // A chosen device that was unplugged, perhaps while it was off: another one takes over.
      const chosen = kinds.filter((kind) => this.#device[kind] !== true);
      if (problem === 'missing' && chosen.length > 0 && !this.#released) {
        for (const kind of chosen) this.#device[kind] = true;
        return this.#capture(kinds);
      }
      for (const kind of kinds) this.#problems[kind] = problem;
      this.#changed();
      return false;
    }
  }

  #ask(asking: boolean): void {
    this.#asking = asking;
    this.#changed();
  }

  #take(track: MediaStreamTrack): void {
    const kind = track.kind === 'audio' ? 'audio' : 'video';
    const unwanted = kind === 'video' && !this.#wanted.video;
    if (this.#released || unwanted) {
      track.stop();
      return;
    }
    if (track.readyState === 'ended') {
      this.#problems[kind] = 'missing';
      this.#changed();
      return;
    }
    if (this.#tracks[kind] !== track) this.#tracks[kind]?.stop();
    track.enabled = this.#wanted[kind];
    this.#tracks[kind] = track;
    this.#problems[kind] = null;
    this.media.onEnded(track, () => this.#lost(kind, track));
    this.events.track(kind, track);
    this.#changed();
  }

  /** Unplugged: another device takes over if there is one. */
  #lost(kind: MediaKind, track: MediaStreamTrack): void {
    if (this.#released || this.#tracks[kind] !== track) return;
    this.#device[kind] = true;
    this.#drop(kind);
    void this.#next(() => this.#reconcile(kind));
  }

  #drop(kind: MediaKind): void {
    const track = this.#tracks[kind];
    if (track === null) return;
    track.stop();
    this.#tracks[kind] = null;
    if (!this.#released) this.events.track(kind, null);
    this.#changed();
  }

  #changed(): void {
    if (!this.#released) this.events.changed();
  }

  #next(step: () => Promise<void>): Promise<void> {
    this.#tail = this.#tail.then(() => (this.#released ? undefined : step()));
    return this.#tail;
  }
}
