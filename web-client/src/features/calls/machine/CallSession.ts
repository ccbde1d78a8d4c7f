import { endOf, farewellOf, type Farewell } from './farewell';
import { LocalMedia } from './LocalMedia';
import { mediaMessage, parseMediaMessage } from './mediaMessage';
import { PeerLink, type LinkEvents } from './PeerLink';
import type { CallPorts, KeptCall, MediaKind } from './ports';
import { QualityWatch } from './QualityWatch';
import { Recovery } from './Recovery';
import type { Ring } from './Ring';
import { ServerLeg, type LegEvents } from './ServerLeg';
import {
  endReason,
  firstSnapshot,
  type CallFacts,
  type CallSnapshot,
  type EndReason,
  type OtherMedia,
} from './snapshot';
import type { Candidate, Description, ResumedCall } from './wire';

const RING_AGAIN_MS = 5_000;
/** The server ends a ring long before; this is for a device that does not hear of it. */
const RING_LIMIT_MS = 90_000;

export interface SessionEvents {
  changed(): void;
  over(): void;
  /** What the server must hear, now or when the socket is back. */
  say(farewell: Farewell): void;
  /** The other person called first: that call rings here instead. */
  glare(callId: string): void;
  /** The server says that this person is in a call; true if another call takes this one's place. */
  inOtherCall(): boolean;
}

/** One call from its first moment to its end. Every way out goes through one place. */
export class CallSession {
  #snapshot: CallSnapshot;
  readonly #media: LocalMedia;
  readonly #link: PeerLink;
  readonly #leg: ServerLeg;
  readonly #recovery: Recovery;
  readonly #quality: QualityWatch;
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
    const polite = facts.direction === 'incoming';
    this.#link = new PeerLink(ports.peers, polite, this.#linkEvents(), remoteSession);
    this.#leg = new ServerLeg(ports, { ...facts, to: facts.peer.id }, this.#legEvents());
    this.#media = new LocalMedia(ports.media, {
      track: (kind, track) => this.#link.send(kind, track),
      changed: () => this.#ownChanged(),
    });
    this.#recovery = new Recovery(ports.clock, polite, {
      connected: () => this.#connected(),
      reconnecting: () => this.#set({ phase: 'reconnecting' }),
      restart: () => void this.#link.restart(),
      renew: () => void this.#link.renew(),
      gaveUp: (never) => this.#end(never ? 'no_path' : 'connection_lost', { tell: true }),
    });
    this.#quality = new QualityWatch(
      ports.clock,
      () => this.#link.stats(),
      () => this.#snapshot.other.camera === true,
      (quality) => this.#set({ quality }),
    );
  }

  get snapshot(): CallSnapshot {
    return this.#snapshot;
  }

  get isOver(): boolean {
    return this.#snapshot.phase === 'ended';
  }

  async dial(): Promise<void> {
    await this.#media.start({ audio: true, video: this.#snapshot.media === 'video' });
    if (this.isOver) return;
    this.#set({ phase: 'calling' });
    await this.#link.open();
    if (!this.#leg.asked) this.#end('failed');
  }

  ring(ring: Ring): void {
    this.#ring = ring;
    this.#set({ phase: 'incoming' });
    this.#timer(RING_LIMIT_MS, () => this.#end('over'));
  }

  /** Takes the call at once; the devices join when the person has allowed them. */
  async answer(video: boolean): Promise<void> {
    const ring = this.#ring;
    if (this.#snapshot.phase !== 'incoming' || ring === null) return;
    this.#cancelTimer?.();
    this.#set({ phase: 'connecting' });
    void this.#media.start({ audio: true, video });
    for (const candidate of ring.candidates) this.#link.addCandidate(candidate);
    await this.#link.receive(ring.offer);
    if (!this.#leg.hasAnswered) this.#end('failed', { tell: true });
  }

  async rejoin(video: boolean): Promise<void> {
    this.#rejoined = true;
    this.#set({ phase: 'connecting' });
    void this.#media.start({ audio: true, video });
    await this.#leg.resume();
  }

  hangUp(): void {
    const { phase } = this.#snapshot;
    const early = phase === 'preparing' || phase === 'calling';
    const reason = phase === 'incoming' ? 'declined' : early ? 'cancelled' : 'hangup';
    this.#end(reason, { tell: true, byMe: true });
  }

  setMedia(kind: MediaKind, on: boolean): void {
    if (this.#snapshot.phase === 'incoming') return;
    void this.#media.set(kind, on);
  }

  useDevice(kind: MediaKind, deviceId: string): void {
    void this.#media.use(kind, deviceId);
  }

  /** Lets go of everything without a word: the page goes, or another call takes the place. */
  abandon(): void {
    this.#release();
    this.#set({ phase: 'ended' });
  }

  answered(answer: Description): void {
    if (this.#snapshot.phase !== 'calling') return;
    this.#set({ phase: 'connecting' });
    this.#leg.answered();
    void this.#link.receive(answer);
    if (this.#rejoined) void this.#link.open();
    this.#rejoined = false;
    this.#recovery.start(false);
  }

  description(description: Description): void {
    void this.#link.receive(description);
  }

  candidate(candidate: Candidate): void {
    if (this.#snapshot.phase === 'incoming') this.#ring?.candidates.push(candidate);
    else this.#link.addCandidate(candidate);
  }

  ringAgain(ring: Ring): void {
    if (this.#snapshot.phase === 'incoming') this.ring(ring);
  }

  endedByServer(reason: string): void {
    this.#end(endReason(reason, this.#snapshot));
  }

  signalingBack(): void {
    if (this.#snapshot.phase === 'incoming') this.#timer(RING_AGAIN_MS, () => this.#end('over'));
    else void this.#leg.resume();
  }

  signalingLost(): void {
    this.#leg.disconnected();
    this.#recovery.signalingLost();
  }

  /** What a reload needs to come back; null before this device has a part in the call. */
  kept(): KeptCall | null {
    const { phase, callId, direction, peer, media, appointmentId } = this.#snapshot;
    if (callId === null || phase === 'incoming' || phase === 'ended') return null;
    const facts = { callId, direction, peer, media, appointmentId };
    return { ...facts, remoteSession: this.#remoteSession, at: this.ports.clock.now() };
  }

  #linkEvents(): LinkEvents {
    return {
      description: (description) => this.#leg.describe(description),
      candidate: (candidate) => this.#leg.addCandidate(candidate),
      state: (state) => this.#recovery.state(state),
      track: (track) =>
        this.#setOther(track.kind === 'audio' ? { audioTrack: track } : { videoTrack: track }),
      channel: () => this.#link.tell(mediaMessage(this.#snapshot.own)),
      message: (text) => this.#setOther(parseMediaMessage(text) ?? {}),
      session: (session) => {
        this.#remoteSession = session;
        this.events.changed();
      },
    };
  }

  #legEvents(): LegEvents {
    return {
      placed: (callId, reachable) => this.#set({ callId, reachable }),
      glare: (callId) => {
        this.#timer(RING_AGAIN_MS, () => this.#end('failed'));
        this.events.glare(callId);
      },
      inOtherCall: () => {
        if (!this.events.inOtherCall()) this.#end('in_other_call');
      },
      taken: () => this.#recovery.start(this.#rejoined),
      resumed: (call, description) => this.#resumed(call, description),
      leftOver: (callId) => this.events.say(endOf(this.#snapshot.peer.id, callId)),
      failed: (reason) => this.#end(reason),
    };
  }

  #resumed(call: ResumedCall, description: Description | null): void {
    this.#recovery.signalingBack();
    if (call.state === 'ringing') {
      if (this.#snapshot.direction === 'incoming') this.#end('over');
      else this.#set({ phase: 'calling' });
    } else if (this.#rejoined) {
      this.#rejoined = false;
      this.#connectedSince(call.answeredAt);
      void this.#link.open();
    } else if (description !== null) {
      if (this.#snapshot.phase === 'calling') this.answered(description);
      else void this.#link.receive(description);
    }
  }

  #connectedSince(answeredAt: string | null): void {
    const since = Date.parse(answeredAt ?? '');
    if (this.#snapshot.connectedAt !== null || Number.isNaN(since)) return;
    this.#set({ connectedAt: Math.min(since, this.ports.clock.now()) });
  }

  #connected(): void {
    const connectedAt = this.#snapshot.connectedAt ?? this.ports.clock.now();
    this.#set({ phase: 'active', connectedAt });
    this.#quality.start();
  }

  #ownChanged(): void {
    const own = this.#media.state();
    this.#set({ own });
    this.#link.tell(mediaMessage(own));
  }

  #setOther(change: Partial<OtherMedia>): void {
    this.#set({ other: { ...this.#snapshot.other, ...change } });
  }

  #end(reason: EndReason, how: { tell?: boolean; byMe?: boolean } = {}): void {
    if (this.isOver) return;
    const farewell = how.tell === true ? farewellOf(this.#snapshot) : null;
    if (farewell !== null) this.events.say(farewell);
    this.#release();
    const { connectedAt } = this.#snapshot;
    const durationMs = connectedAt === null ? null : this.ports.clock.now() - connectedAt;
    this.#set({ phase: 'ended', ending: { reason, byMe: how.byMe ?? false, durationMs } });
    this.events.over();
  }

  #release(): void {
    this.#cancelTimer?.();
    this.#recovery.stop();
    this.#quality.stop();
    this.#leg.close();
    this.#link.close();
    this.#media.release();
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
