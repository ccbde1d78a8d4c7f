import { Admissions } from './Admissions';
import { CallSession } from './CallSession';
import { Farewells } from './Farewells';
import type { CallPorts, KeptCall, MediaKind } from './ports';
import type { MediaControls } from './PeerLeg';
import type { Ring } from './Ring';
import type { CallFacts, CallSnapshot } from './snapshot';
import type { CallEvent, CallMade, CallMedia, Person } from './wire';

/** How many ended calls are remembered, so that a late event does not revive them. */
const REMEMBERED = 50;
const MAX_RINGS = 8;
const MAX_CANDIDATES = 100;
/** Another tab that was admitted answers within that time; if it does not, it rings here as well. */
const ELSEWHERE_MS = 10_000;

/** The calls of this tab: at most one at a time. The page only renders this state. */
export class CallMachine {
  #session: CallSession | null = null;
  readonly #rings = new Map<string, Ring>();
  readonly #over = new Set<string>();
  #expected: string | null = null;
  readonly #admissions: Admissions;
  readonly #farewells: Farewells;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly ports: CallPorts) {
    this.#admissions = new Admissions(ports.clock);
    this.#farewells = new Farewells(ports.signaling);
  }

  /** Starts listening to the server; the result ends the call for both and stops listening. */
  start(): () => void {
    const stopListening = this.ports.signaling.listen({
      event: (event) => this.#event(event),
      connected: () => this.#signalingBack(),
      disconnected: () => this.#session?.signalingLost(),
    });
    return () => {
      if (this.#isBusy()) this.#session?.hangUp();
      this.ports.keeper.forget();
      stopListening();
    };
  }

  readonly snapshot = (): CallSnapshot | null => this.#session?.snapshot ?? null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  call(peer: Person, media: CallMedia, appointmentId: string | null): void {
    if (this.#isBusy()) return;
    const facts = { direction: 'outgoing', callId: null, peer, media, appointmentId } as const;
    this.#session = this.#open({ ...facts, bothCalled: false });
    void this.#session.dial();
    this.#changed();
  }

  answer(video: boolean): void {
    void this.#session?.answer(video);
  }

  hangUp(): void {
    this.#session?.hangUp();
  }

  /** Ends the call, and waits until the server knows. */
  async end(): Promise<void> {
    if (!this.#isBusy()) return;
    this.#session?.hangUp();
    await this.#farewells.said();
  }

  /** Done when the server knows of the call that this device ended last, or cannot be told. */
  told(): Promise<void> {
    return this.#farewells.said();
  }

  setMedia(kind: MediaKind, on: boolean): void {
    this.#session?.setMedia(kind, on);
  }

  useDevice(kind: MediaKind, deviceId: string): void {
    this.#session?.useDevice(kind, deviceId);
  }

  /** What can be done with the media of the call that is on. */
  get media(): MediaControls | null {
    return this.#isBusy() ? (this.#session?.media ?? null) : null;
  }

  /** The person looks at the page again. */
  pageShown(): void {
    if (this.#isBusy()) this.#session?.pageShown();
  }

  /** Dismisses the ended call. */
  dismiss(): void {
    if (this.#isBusy()) return;
    this.#session = null;
    this.#ringNext();
    this.#changed();
  }

  /** The call that a reload of this tab has interrupted. */
  cutOff(): KeptCall | null {
    return this.#isBusy() ? null : this.ports.keeper.kept();
  }

  /** Continues a call here. */
  rejoin(call: Omit<KeptCall, 'at'>, video: boolean): void {
    if (this.#isBusy()) return;
    this.#over.delete(call.callId);
    this.#rings.delete(call.callId);
    const session = this.#open({ ...call, bothCalled: false }, call.remoteSession);
    this.#session = session;
    void session.rejoin(video);
    this.#changed();
  }

  /** Takes the call over that another device of this person has. */
  async moveHere(): Promise<void> {
    const ended = this.#session?.snapshot;
    if (ended?.phase !== 'ended') return;
    const { callId, peer } = ended;
    const which = callId === null ? { to: peer.id } : { callId };
    const reply = await this.ports.signaling.request('call-resume', which);
    if (reply.kind !== 'ok' || this.#session?.snapshot !== ended) return;
    const { id, caller, media, appointmentId } = reply.value.call;
    const direction = caller === peer.id ? 'incoming' : 'outgoing';
    this.rejoin({ callId: id, direction, peer, media, appointmentId, remoteSession: null }, media === 'video');
  }

  forgetCutOff(call: KeptCall): void {
    this.ports.keeper.forget();
    this.#farewells.say({ name: 'call-end', payload: { to: call.peer.id, callId: call.callId } });
    this.#changed();
  }

  /** The page is being closed, perhaps only for a reload: devices are released, the call is kept. */
  leave(): void {
    this.#keep();
    this.#session?.abandon();
    this.#session = null;
    this.#changed();
  }

  #event(event: CallEvent): void {
    if (event.event === 'admitted') {
      this.#admissions.admitted(event.appointmentId);
      return;
    }
    if (event.event === 'admitted-elsewhere') {
      this.#admittedElsewhere(event.appointmentId);
      return;
    }
    const session = this.#session?.snapshot.callId === event.callId ? this.#session : null;
    switch (event.event) {
      case 'call-made':
        this.#made(event, session);
        return;
      case 'ice-candidate':
        if (session !== null) session.candidate(event.candidate);
        else this.#keepCandidate(event.callId, event.candidate);
        return;
      case 'call-answered':
        session?.answered(event.answer);
        return;
      case 'call-description':
        session?.description(event.description);
        return;
      case 'call-rejected':
      case 'call-end':
        this.#remember(event.callId);
        session?.endedByServer(event.reason);
    }
  }

  #made(made: CallMade, session: CallSession | null): void {
    if (this.#over.has(made.callId)) return;
    const ring: Ring = { ...made, candidates: [] };
    if (session !== null) {
      session.ringAgain(ring);
      return;
    }
    this.#rings.set(made.callId, ring);
    for (const callId of this.#rings.keys()) {
      if (this.#rings.size > MAX_RINGS) this.#rings.delete(callId);
    }
    if (this.#admissions.isElsewhere(made.appointmentId)) this.#ringLater(ring);
    else if (this.#expected === made.callId) this.#ringInstead(ring, true);
    else if (this.#session?.snapshot.phase === 'incoming') this.#ringInstead(ring, false);
    else if (!this.#isBusy()) this.#ringNext();
  }

  #keepCandidate(callId: string, candidate: Ring['candidates'][number]): void {
    const candidates = this.#rings.get(callId)?.candidates;
    if (candidates !== undefined && candidates.length < MAX_CANDIDATES) candidates.push(candidate);
  }

  #ringNext(): void {
    const ring = [...this.#rings.values()].at(-1);
    if (ring !== undefined) this.#ringInstead(ring, false);
  }

  /** The ring takes the place of the call that this device has, or had. */
  #ringInstead(ring: Ring, bothCalled: boolean): void {
    this.#session?.abandon();
    this.#rings.delete(ring.callId);
    this.#expected = null;
    const { callId, caller: peer, media, appointmentId } = ring;
    const facts = { direction: 'incoming', callId, peer, media, appointmentId, bothCalled } as const;
    this.#session = this.#open(facts);
    this.#session.ring(ring);
    if (this.#admissions.take(appointmentId)) void this.#session.answer(media === 'video');
  }

  #admittedElsewhere(appointmentId: string): void {
    this.#admissions.admittedElsewhere(appointmentId);
    if (this.#session?.snapshot.appointmentId !== appointmentId) return;
    const ring = this.#session.stopRinging();
    if (ring === null) return;
    this.#session = null;
    this.#ringLater(ring);
    this.#changed();
  }

  /** Rings only if the call has not been answered meanwhile. */
  #ringLater(ring: Ring): void {
    this.#rings.set(ring.callId, ring);
    this.ports.clock.after(ELSEWHERE_MS, () => {
      if (this.#rings.has(ring.callId) && !this.#isBusy()) this.#ringInstead(ring, false);
    });
  }

  #open(facts: CallFacts, gone: string | null = null) {
    const session: CallSession = new CallSession(
      this.ports,
      {
        changed: () => {
          if (session === this.#session) this.#changed();
        },
        over: () => this.#sessionOver(session),
        say: (termination) => this.#farewells.say(termination),
        glare: (callId) => this.#glare(callId),
        inOtherCall: () => this.#inOtherCall(),
      },
      facts,
      gone,
    );
    return session;
  }

  #glare(callId: string): void {
    const ring = this.#rings.get(callId);
    if (ring === undefined) this.#expected = callId;
    else this.#ringInstead(ring, true);
  }

  #inOtherCall(): boolean {
    const ring = [...this.#rings.values()].at(-1);
    if (ring === undefined) return false;
    this.#ringInstead(ring, ring.from === this.#session?.snapshot.peer.id);
    return true;
  }

  #sessionOver(session: CallSession): void {
    const { callId } = session.snapshot;
    this.#expected = null;
    if (callId !== null) this.#remember(callId);
    this.ports.keeper.forget();
    if (this.#rings.size > 0) this.#ringNext();
  }

  #signalingBack(): void {
    this.#farewells.signalingBack();
    this.#session?.signalingBack();
  }

  #remember(callId: string): void {
    this.#rings.delete(callId);
    this.#over.add(callId);
    for (const oldest of this.#over) {
      if (this.#over.size > REMEMBERED) this.#over.delete(oldest);
    }
  }

  #isBusy(): boolean {
    return this.#session !== null && !this.#session.isOver;
  }

  #keep(): void {
    const kept = this.#session?.kept() ?? null;
    if (kept !== null) this.ports.keeper.keep(kept);
  }

  #changed(): void {
    this.#keep();
    for (const listener of this.#listeners) listener();
  }
}
