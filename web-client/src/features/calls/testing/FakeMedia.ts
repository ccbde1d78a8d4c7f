import { MediaFailure, type CaptureRequest, type MediaKind, type MediaPort, type MediaProblem } from '../machine/ports';

export class FakeTrack {
  readyState: 'live' | 'ended' = 'live';
  enabled = true;
  /** The system provides no picture for now, although the camera is still there. */
  muted = false;
  ended: () => void = () => undefined;

  constructor(
    readonly kind: MediaKind,
    readonly id: string,
    readonly deviceId: string,
  ) {}

  stop(): void {
    this.readyState = 'ended';
  }

  unplug(): void {
    this.readyState = 'ended';
    this.ended();
  }
}

/** Cameras and microphones that can be missing, refused, or slow to be allowed. */
export class FakeMedia implements MediaPort {
  readonly tracks: FakeTrack[] = [];
  readonly problems: Partial<Record<MediaKind, MediaProblem>> = {};
  readonly asked: CaptureRequest[] = [];
  #prompt: Promise<void> | null = null;
  #decide: () => void = () => undefined;

  /** From now on a prompt is open until {@link #decide}. */
  hold(): void {
    this.#prompt ??= new Promise((resolve) => {
      this.#decide = resolve;
    });
  }

  decide(): void {
    this.#prompt = null;
    this.#decide();
  }

  async capture(request: CaptureRequest): Promise<MediaStreamTrack[]> {
    this.asked.push(request);
    await this.#prompt;
    const kinds = (['audio', 'video'] as const).filter((kind) => request[kind] !== undefined);
    for (const kind of kinds) {
      const problem = this.problems[kind];
      if (problem !== undefined) throw new MediaFailure(problem);
    }
    const made = kinds.map((kind) => {
      const wanted = request[kind];
      const device =
        typeof wanted === 'string' ? wanted : typeof wanted === 'object' ? wanted.facing : `default-${kind}`;
      return new FakeTrack(kind, `t${this.tracks.length}-${kind}`, device);
    });
    this.tracks.push(...made);
    return made as unknown as MediaStreamTrack[];
  }

  /** Null: the person chooses none. */
  screen: FakeTrack | null = null;

  captureScreen(): Promise<MediaStreamTrack> {
    return this.screen === null
      ? Promise.reject(new Error('none'))
      : Promise.resolve(this.screen as unknown as MediaStreamTrack);
  }

  onEnded(track: MediaStreamTrack, run: () => void): void {
    (track as unknown as FakeTrack).ended = run;
  }

  live(kind?: MediaKind): FakeTrack[] {
    return this.tracks.filter((track) => track.readyState === 'live' && (kind === undefined || track.kind === kind));
  }
}
