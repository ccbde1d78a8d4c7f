import type { Clock } from './ports';

/**
 * The server passes on one notice per second; a notice is shown for four seconds, so that one lost notice does not
 * make it flicker.
 */
const SEND_EVERY_MS = 1000;
const SHOWN_FOR_MS = 4000;

/** Who types to whom, in one conversation. */
export class Typing {
  private lastSentAt = Number.NEGATIVE_INFINITY;
  private cancelExpiry: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly emit: () => void,
    private readonly changed: () => void,
  ) {}

  /** Whether the other person is typing. */
  get active(): boolean {
    return this.cancelExpiry !== null;
  }

  /** This person has typed something. */
  typed(): void {
    const now = this.clock.now();
    if (now - this.lastSentAt >= SEND_EVERY_MS) {
      this.lastSentAt = now;
      this.emit();
    }
  }

  /** The other person has typed something. */
  heard(): void {
    this.cancelExpiry?.();
    this.cancelExpiry = this.clock.after(SHOWN_FOR_MS, () => {
      this.cancelExpiry = null;
      this.changed();
    });
    this.changed();
  }

  /** The other person has sent it, or is gone. */
  stop(): void {
    if (this.cancelExpiry !== null) {
      this.cancelExpiry();
      this.cancelExpiry = null;
      this.changed();
    }
  }
}
