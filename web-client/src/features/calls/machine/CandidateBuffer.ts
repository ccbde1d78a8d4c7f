import { ufragsOf } from './sdp';
import type { Candidate } from './wire';

/** As many as the server accepts from a side after each description. */
const LIMIT = 100;

/**
 * Holds candidates until their description is set. The user fragment of a candidate says which
 * description it belongs to: one of an older description is dropped, one of a description that has
 * not come yet waits. Of more than 100 that wait the oldest go.
 */
export class CandidateBuffer {
  #current = new Set<string>();
  #described = false;
  readonly #past = new Set<string>();
  #waiting: Candidate[] = [];

  /** What may be added now: the candidate, or nothing yet. */
  add(candidate: Candidate): Candidate[] {
    const ufrag = ufragOf(candidate);
    if (ufrag !== null && this.#past.has(ufrag)) return [];
    if (this.#described && (ufrag === null || this.#current.has(ufrag))) return [candidate];
    this.#waiting.push(candidate);
    if (this.#waiting.length > LIMIT) this.#waiting.shift();
    return [];
  }

  /** A remote description was set: what waited for it, in order. */
  described(sdp: string): Candidate[] {
    const ufrags = ufragsOf(sdp);
    for (const ufrag of this.#current) {
      if (!ufrags.has(ufrag)) this.#past.add(ufrag);
    }
    this.#current = ufrags;
    this.#described = true;
    const waited = this.#waiting;
    this.#waiting = [];
    return waited.flatMap((candidate) => this.add(candidate));
  }

  /** The connection has been replaced; waiting candidates may belong to the new one. */
  renewed(): void {
    for (const ufrag of this.#current) this.#past.add(ufrag);
    this.#current = new Set();
    this.#described = false;
  }
}

function ufragOf(candidate: Candidate): string | null {
  return candidate.usernameFragment ?? / ufrag (\S+)/.exec(candidate.candidate)?.[1] ?? null;
}
