import type { Signaling } from './ports';
import type { Termination } from './termination';

/** Tells the server that calls have ended: now, or when the socket is back. */
export class Farewells {
  #waiting: Termination[] = [];
  #said: Promise<void> = Promise.resolve();

  constructor(private readonly signaling: Signaling) {}

  say(termination: Termination): void {
    this.#said = this.signaling.request(termination.name, termination.payload).then((reply) => {
      if (reply.kind === 'offline') this.#waiting.push(termination);
    });
  }

  /** Done when the last one has arrived, or could not. */
  said(): Promise<void> {
    return this.#said;
  }

  signalingBack(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const termination of waiting) this.say(termination);
  }
}
