import type { MediaPort } from './ports';

/** The person's screen, or a window of it, in place of the camera's picture. The browser asks each time, and shows that it is shared. */
export class ScreenShare {
  #track: MediaStreamTrack | null = null;
  #choosing = false;
  #released = false;

  constructor(
    private readonly media: MediaPort,
    private readonly changed: () => void,
  ) {}

  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  /** Asks what is to be shared; nothing happens if the person chooses nothing. */
  async start(): Promise<void> {
    if (this.#choosing || this.#track !== null) return;
    this.#choosing = true;
    const track = await this.media.captureScreen().catch(() => null);
    this.#choosing = false;
    if (track === null) return;
    if (this.#released || track.readyState === 'ended') {
      track.stop();
      return;
    }
    this.media.onEnded(track, () => this.#end(track));
    this.#track = track;
    this.changed();
  }

  stop(): void {
    if (this.#track !== null) this.#end(this.#track);
  }

  release(): void {
    this.#released = true;
    this.#track?.stop();
    this.#track = null;
  }

  #end(track: MediaStreamTrack): void {
    track.stop();
    if (this.#track !== track) return;
    this.#track = null;
    this.changed();
  }
}
