import type { Clock } from './ports';

/** For so long after the doctor has admitted a device, it answers the doctor's call by itself. */
const ADMITTED_MS = 60_000;

interface Admission {
  appointmentId: string;
  until: number;
}

/** Where this person was admitted last: in this tab, or in another one of this browser. */
export class Admissions {
  #here: Admission | null = null;
  #elsewhere: Admission | null = null;

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  /** The doctor admits this tab; null: it has left the waiting room. */
  admitted(appointmentId: string | null): void {
    this.#here = appointmentId === null ? null : this.#until(appointmentId);
    this.#elsewhere = null;
  }

  admittedElsewhere(appointmentId: string): void {
    this.#elsewhere = this.#until(appointmentId);
  }

  /** Whether this tab is to answer a call about that appointment; it answers one. */
  take(appointmentId: string | null): boolean {
    const isMine = this.#is(this.#here, appointmentId);
    if (isMine) this.#here = null;
    return isMine;
  }

  /** Whether another tab is to answer it. */
  isElsewhere(appointmentId: string | null): boolean {
    return this.#is(this.#elsewhere, appointmentId);
  }

  #until(appointmentId: string): Admission {
    return { appointmentId, until: this.clock.now() + ADMITTED_MS };
  }

  #is(admission: Admission | null, appointmentId: string | null): boolean {
    return admission !== null && admission.appointmentId === appointmentId && this.clock.now() < admission.until;
  }
}
