import type { CallMade, Candidate } from './wire';

/** A call that rings here, and the candidates that came with it. */
export interface Ring extends CallMade {
  candidates: Candidate[];
}
