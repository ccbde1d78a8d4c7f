import { NegotiationQueue } from './NegotiationQueue';
import type { CallPorts } from './ports';
import { refusalReason, type EndReason } from './snapshot';
import type { CallMedia, Candidate, Description, Reply, ResumedCall } from './wire';

const RETRY_MS = 1_000;
const PASSING = new Set(['unavailable', 'rate_limited']);

export interface LegEvents {
  /** It rings at the other person, or will when a device of theirs comes online. */
  placed(callId: string, reachable: boolean): void;
  /** The other person called first: that call rings here instead. */
  glare(callId: string): void;
  inOtherCall(): void;
  /** The call is this device's; what it has to say goes out from now on. */
  taken(): void;
  /** The server knows this device again. */
  resumed(call: ResumedCall, description: Description | null): void;
  /** The server may have, or has, a call that was given up. */
  leftOver(callId: string | null): void;
  /** The server has no part for this device, or none any more. */
  failed(reason: EndReason): void;
}

export interface LegFacts {
  callId: string | null;
  to: string;
  media: CallMedia;
  appointmentId: string | null;
}

/** This device's side of a call as the server sees it: placing, answering, coming back. */
export class ServerLeg {
  readonly #queue: NegotiationQueue;
  #callId: string | null;
  #asked = false;
  #answer: Description | null = null;
  #isTaken = false;
  #closed = false;
  #cancelRetry: (() => void) | null = null;

  constructor(
    private readonly ports: Pick<CallPorts, 'signaling' | 'clock'>,
    private readonly facts: LegFacts,
    private readonly events: LegEvents,
  ) {
    this.#callId = facts.callId;
    this.#queue = new NegotiationQueue(ports.signaling, ports.clock, (code) => this.#fail(refusalReason(code)));
  }

  /** Whether the server was asked for this call. */
  get asked(): boolean {
    return this.#asked || this.#callId !== null;
  }

  /** Whether an answer of this device is in transit or has arrived. */
  get hasAnswered(): boolean {
    return this.#answer !== null || this.#isTaken || this.#closed;
  }

  /** The first description places or takes the call, the later ones belong to it. */
  describe(description: Description): void {
    if (this.#isTaken) this.#queue.addDescription(description);
    else if (description.type === 'offer' && this.#callId === null) void this.#place(description);
    else if (description.type === 'answer') void this.#take(description);
  }

  addCandidate(candidate: Candidate): void {
    this.#queue.addCandidate(candidate);
  }

  disconnected(): void {
    this.#queue.hold();
  }

  /** The other person has answered this device. */
  answered(): void {
    this.#isTaken = true;
  }

  async resume(): Promise<void> {
    if (this.#callId === null) return;
    const reply = await this.ports.signaling.request('call-resume', { callId: this.#callId });
    if (this.#closed || reply.kind === 'offline') return;
    if (reply.kind === 'ok') this.#resumed(reply.value.call, reply.value.description);
    else if (PASSING.has(reply.code)) {
      this.#cancelRetry = this.ports.clock.after(RETRY_MS, () => void this.resume());
    } else this.#fail(refusalReason(reply.code));
  }

  close(): void {
    this.#closed = true;
    this.#cancelRetry?.();
    this.#queue.close();
  }

  #resumed(call: ResumedCall, description: Description | null): void {
    const answer = this.#answer;
    if (call.state === 'ringing' && answer !== null) {
      void this.#take(answer);
      return;
    }
    this.#open();
    if (call.state === 'active' && !this.#isTaken && this.facts.callId !== null) this.#taken();
    this.events.resumed(call, description);
  }

  async #place(offer: Description): Promise<void> {
    const { to, media, appointmentId } = this.facts;
    this.#asked = true;
    const appointment = appointmentId === null ? {} : { appointmentId };
    const reply = await this.ports.signaling.request('call-user', { to, offer, media, ...appointment });
    if (this.#closed) {
      this.#placedTooLate(reply);
    } else if (reply.kind === 'offline') {
      this.events.leftOver(null);
      this.#fail('no_connection');
    } else if (reply.kind === 'refused') this.#notPlaced(reply.code);
    else if (reply.value.glare) this.events.glare(reply.value.callId);
    else if (reply.value.busy) this.#fail('busy');
    else {
      this.#callId = reply.value.callId;
      this.#open();
      this.events.placed(reply.value.callId, reply.value.online);
    }
  }

  /** Given up before the server had said which call it is. */
  #placedTooLate(reply: Reply<'call-user'>): void {
    if (reply.kind === 'offline') this.events.leftOver(null);
    else if (reply.kind === 'ok' && !reply.value.glare && !reply.value.busy) this.events.leftOver(reply.value.callId);
  }

  #notPlaced(code: string): void {
    if (code === 'already_in_call') this.events.inOtherCall();
    else this.#fail(code === 'not_found' ? 'not_allowed' : refusalReason(code));
  }

  async #take(answer: Description): Promise<void> {
    if (this.#callId === null) return;
    this.#answer = answer;
    const call = { to: this.facts.to, callId: this.#callId };
    const reply = await this.ports.signaling.request('answer-call', { ...call, answer });
    if (this.#closed || reply.kind === 'offline') return;
    if (reply.kind === 'refused') {
      this.#fail(refusalReason(reply.code));
      return;
    }
    this.#open();
    this.#taken();
  }

  #taken(): void {
    this.#answer = null;
    this.#isTaken = true;
    this.events.taken();
  }

  #open(): void {
    if (this.#callId !== null) this.#queue.open({ to: this.facts.to, callId: this.#callId });
  }

  #fail(reason: EndReason): void {
    this.events.failed(reason);
  }
}
