import { endOf, terminationOf, type Termination } from './termination';
import { type MediaControls, PeerLeg, type PeerLegEvents } from './PeerLeg';
import type { CallPorts, KeptCall, MediaKind } from './ports';
import type { Ring } from './Ring';
import { ServerLeg, type LegEvents } from './ServerLeg';
import { endReason, firstSnapshot, type CallFacts, type CallSnapshot, type EndReason } from './snapshot';
import type { Candidate, Description, ResumedCall } from './wire';

const RING_AGAIN_MS = 5_000;
/** How long a call waits for the person to allow the devices; then it rings, and they join later. */
const PROMPT_PATIENCE_MS = 15_000;
/** The server ends a ring long before; this is for a device that does not learn of it. */
const LONGEST_RING_MS = 90_000;

export interface SessionEvents {
  changed(): void;
  over(): void;
  /** What the server must hear, now or when the socket is back. */
  say(termination: Termination): void;
  /** The other person called first: that call rings here instead. */
  glare(callId: string): void;
  /** The server says that this person is in a call; true if another call takes this one's place. */
  inOtherCall(): boolean;
}

/** One call from beginning to end. Every way out goes through one place. */
export class CallSession {
  #snapshot: CallSnapshot;
  readonly #server: ServerLeg;
  readonly #peer: PeerLeg;
  #ring: Ring | null = null;
  #rejoined = false;
  #remoteSession: string | null;
  #cancelTimer: (() => void) | null = null;

  constructor(
    private readonly ports: CallPorts,
    private readonly events: SessionEvents,
    facts: CallFacts,
    remoteSession: string | null = null,
  ) {
    this.#snapshot = firstSnapshot(facts);
    this.#remoteSession = remoteSession;
    this.#server = new ServerLeg(ports, { ...facts, to: facts.peer.id }, this.#serverEvents());
    this.#peer = new PeerLeg(ports, this.#peerEvents(), facts.direction === 'incoming', remoteSession);
  }

  get snapshot(): CallSnapshot {
    return this.#snapshot;
  }

  get isOver(): boolean {
    return this.#snapshot.phase === 'ended';
  }

  async dial(): Promise<void> {
    const decided = this.#peer.startMedia(this.#snapshot.media === 'video');
    await Promise.race([decided, new Promise<void>((done) => this.#timer(PROMPT_PATIENCE_MS, done))]);
    this.#cancelTimer?.();
    if (this.isOver) return;
    this.#set({ phase: 'calling' });
    this.#limitWait();
    await this.#peer.open();
    if (!this.#server.asked) this.#end('failed');
  }

  ring(ring: Ring): void {
    this.#ring = ring;
    this.#set({ phase: 'incoming' });
    this.#timer(LONGEST_RING_MS, () => this.#end('over'));
  }

  /** Answers at once; the devices join when the person has allowed them. */
  async answer(video: boolean): Promise<void> {
    const ring = this.#ring;
    if (this.#snapshot.phase !== 'incoming' || ring === null) return;
    this.#limitWait();
    this.#set({ phase: 'connecting' });
    void this.#peer.startMedia(video);
    for (const candidate of ring.candidates) this.#peer.addCandidate(candidate);
    await this.#peer.receive(ring.offer);
    if (!this.#server.hasAnswered) this.#end('failed', { tell: true });
  }

  async rejoin(video: boolean): Promise<void> {
    this.#rejoined = true;
    this.#set({ phase: 'connecting' });
    this.#limitWait();
    void this.#peer.startMedia(video);
    await this.#server.resume();
  }

  hangUp(): void {
    const { phase } = this.#snapshot;
    const early = phase === 'preparing' || phase === 'calling';
    const reason = phase === 'incoming' ? 'declined' : early ? 'cancelled' : 'hangup';
    this.#end(reason, { tell: true, byMe: true });
  }

  setMedia(kind: MediaKind, on: boolean): void {
    if (this.#snapshot.phase === 'incoming') return;
    this.#peer.setMedia(kind, on);
  }

  useDevice(kind: MediaKind, deviceId: string): void {
    this.#peer.useDevice(kind, deviceId);
  }

  get media(): MediaControls {
    return this.#peer;
  }

  pageShown(): void {
    this.#peer.wakeMedia();
  }

  /** Releases everything silently: the page is being closed, or another call takes its place. */
  abandon(): void {
    this.#release();
    this.#set({ phase: 'ended' });
  }

  answered(answer: Description): void {
    if (this.#snapshot.phase !== 'calling') return;
    this.#cancelTimer?.();
    this.#set({ phase: 'connecting' });
    this.#server.answered();
    void this.#peer.receive(answer);
    if (this.#rejoined) void this.#peer.open();
    this.#rejoined = false;
    this.#peer.begin(false);
  }

  description(description: Description): void {
    void this.#peer.receive(description);
  }

  candidate(candidate: Candidate): void {
    if (this.#snapshot.phase === 'incoming') this.#ring?.candidates.push(candidate);
    else this.#peer.addCandidate(candidate);
  }

  /** Leaves the ringing to another tab; null if it does not ring here. */
  stopRinging(): Ring | null {
    if (this.#snapshot.phase !== 'incoming') return null;
    this.abandon();
    return this.#ring;
  }

  ringAgain(ring: Ring): void {
    if (this.#snapshot.phase === 'incoming') this.ring(ring);
  }

  endedByServer(reason: string): void {
    this.#end(endReason(reason, this.#snapshot));
  }

  signalingBack(): void {
    if (this.#snapshot.phase === 'incoming') this.#timer(RING_AGAIN_MS, () => this.#end('over'));
    else void this.#server.resume();
  }

  signalingLost(): void {
    this.#server.disconnected();
    this.#peer.signalingLost();
  }

  /** What a reload needs to come back; null before this device has a part in the call. */
  kept(): KeptCall | null {
    const { phase, callId, direction, peer, media, appointmentId } = this.#snapshot;
    if (callId === null || phase === 'incoming' || phase === 'ended') return null;
    const facts = { callId, direction, peer, media, appointmentId };
    return { ...facts, remoteSession: this.#remoteSession, at: this.ports.clock.now() };
  }

  #peerEvents(): PeerLegEvents {
    return {
      description: (description) => this.#server.describe(description),
      candidate: (candidate) => this.#server.addCandidate(candidate),
      session: (session) => {
        this.#remoteSession = session;
        this.events.changed();
      },
      changed: (change) => this.#set(change),
      connected: () =>
        this.#set({ phase: 'active', connectedAt: this.#snapshot.connectedAt ?? this.ports.clock.now() }),
      reconnecting: () => this.#set({ phase: 'reconnecting' }),
      gaveUp: (never) => this.#end(never ? 'no_path' : 'connection_lost', { tell: true }),
    };
  }

  #serverEvents(): LegEvents {
    return {
      placed: (callId, reachable) => this.#set({ callId, reachable }),
      glare: (callId) => {
        this.#timer(RING_AGAIN_MS, () => this.#end('failed'));
        this.events.glare(callId);
      },
      inOtherCall: () => {
        if (!this.events.inOtherCall()) this.#end('in_other_call');
      },
      taken: () => {
        this.#cancelTimer?.();
        this.#peer.begin(this.#rejoined);
      },
      resumed: (call, description) => this.#resumed(call, description),
      leftOver: (callId) => this.events.say(endOf(this.#snapshot.peer.id, callId)),
      failed: (reason) => this.#end(reason),
    };
  }

  #resumed(call: ResumedCall, description: Description | null): void {
    this.#peer.signalingBack();
    if (call.state === 'ringing') {
      if (this.#snapshot.direction === 'incoming') this.#end('over');
      else {
        this.#set({ phase: 'calling' });
        this.#limitWait();
      }
    } else if (this.#rejoined) {
      this.#rejoined = false;
      this.#connectedSince(call.answeredAt);
      void this.#peer.open();
    } else if (description !== null) {
      if (this.#snapshot.phase === 'calling') this.answered(description);
      else void this.#peer.receive(description);
    }
  }

  #connectedSince(answeredAt: string | null): void {
    const since = Date.parse(answeredAt ?? '');
    if (this.#snapshot.connectedAt !== null || Number.isNaN(since)) return;
    this.#set({ connectedAt: Math.min(since, this.ports.clock.now()) });
  }

  #end(reason: EndReason, how: { tell?: boolean; byMe?: boolean } = {}): void {
    if (this.isOver) return;
    const termination = how.tell === true ? terminationOf(this.#snapshot) : null;
    if (termination !== null) this.events.say(termination);
    this.#release();
    const { connectedAt } = this.#snapshot;
    const durationMs = connectedAt === null ? null : this.ports.clock.now() - connectedAt;
    this.#set({ phase: 'ended', ending: { reason, byMe: how.byMe ?? false, durationMs } });
    this.events.over();
  }

  #release(): void {
    this.#cancelTimer?.();
    this.#server.close();
    this.#peer.close();
  }

  /** No wait for the server is endless, even on a device that has lost its connection. */
  #limitWait(): void {
    this.#timer(LONGEST_RING_MS, () => this.#end('connection_lost', { tell: true }));
  }

  #timer(milliseconds: number, run: () => void): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.ports.clock.after(milliseconds, run);
  }

  #set(change: Partial<CallSnapshot>): void {
    if (this.isOver) return;
    this.#snapshot = { ...this.#snapshot, ...change };
    this.events.changed();
  }
}
