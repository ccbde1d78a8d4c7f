import { CandidateBuffer } from './CandidateBuffer';
import type { ConnectionState, MediaKind, Peer, PeerPort, PeerStats } from './ports';
import { isSameOrigin, madeFor, originOf, withMadeFor, type Origin } from './sdp';
import type { Candidate, Description } from './wire';

export interface LinkEvents {
  description(description: Description): void;
  candidate(candidate: Candidate): void;
  state(state: ConnectionState): void;
  track(track: MediaStreamTrack): void;
  channel(): void;
  message(text: string): void;
  /** The other side's connection is known, or is another one now. */
  session(session: string): void;
}

/**
 * The connection to the other side over its whole life: one RTCPeerConnection after the other, each
 * negotiated by the rules of perfect negotiation. When two offers cross, the polite side gives way.
 * An offer of a connection that is new (the other page was reloaded) always replaces ours, because
 * a new connection has new keys. Everything that changes the connection runs one after the other.
 */
export class PeerLink {
  #peer: Peer | null = null;
  #local: Origin | undefined;
  #remote: Origin | undefined;
  #answered: { offer: Origin; answer: Description } | null = null;
  readonly #gone = new Set<string>();
  readonly #candidates = new CandidateBuffer();
  readonly #tracks: Record<MediaKind, MediaStreamTrack | null> = { audio: null, video: null };
  #tail: Promise<unknown> = Promise.resolve();
  #closed = false;

  /**
   * @param gone the other side's session before the reload of this page; what it sent then is old
   */
  constructor(
    private readonly peers: PeerPort,
    private readonly polite: boolean,
    private readonly events: LinkEvents,
    gone: string | null = null,
  ) {
    if (gone !== null) this.#gone.add(gone);
  }

  /** Opens a new connection and offers it, unless the other side has come first. */
  open(): Promise<void> {
    return this.#next(async () => {
      if (this.#remote === undefined) await this.#offerNew();
    });
  }

  /** Closes the connection and offers a new one. */
  renew(): Promise<void> {
    return this.#next(() => this.#offerNew());
  }

  /** Looks for another path for the same connection, with fresh servers. */
  restart(): Promise<void> {
    return this.#next(async () => {
      const peer = this.#peer;
      if (peer === null) return this.#offerNew();
      peer.useIce(await this.peers.iceSettings());
      await this.#offer(peer, true);
    });
  }

  receive(description: Description): Promise<void> {
    return this.#next(() =>
      description.type === 'offer' ? this.#receiveOffer(description) : this.#receiveAnswer(description),
    );
  }

  addCandidate(candidate: Candidate): void {
    void this.#next(() => this.#add(this.#candidates.add(candidate)));
  }

  send(kind: MediaKind, track: MediaStreamTrack | null): void {
    this.#tracks[kind] = track;
    void this.#next(async () => this.#peer?.send(kind, this.#tracks[kind]));
  }

  tell(text: string): void {
    this.#peer?.tell(text);
  }

  stats(): Promise<PeerStats> | null {
    return this.#peer?.stats() ?? null;
  }

  close(): void {
    this.#closed = true;
    this.#peer?.close();
    this.#peer = null;
  }

  async #receiveOffer(offer: Description): Promise<void> {
    const from = originOf(offer.sdp);
    const to = madeFor(offer.sdp);
    if (this.#gone.has(from.session)) return;
    if (to !== undefined && to.session !== this.#local?.session) return;
    if (isSameOrigin(this.#answered?.offer, from)) return this.#answerAgain();
    const isNewPeer = this.#remote?.session !== from.session;
    // It was made for ours, but ours is bound to another one: two devices have answered.
    if (to !== undefined && isNewPeer && this.#remote !== undefined) return this.#offerNew();
    const crosses = this.#peer?.hasLocalOffer() ?? false;
    if (crosses && !this.polite && (this.#remote === undefined || !isNewPeer)) return;
    if (this.#peer === null || isNewPeer) await this.#replacePeer();
    const peer = this.#peer;
    if (peer === null) return;
    await peer.apply(offer);
    const answer = await peer.answer();
    this.#local = originOf(answer.sdp);
    this.#know(from);
    const sent = { ...answer, sdp: withMadeFor(answer.sdp, from) };
    this.#answered = { offer: from, answer: sent };
    this.#emit(peer, () => this.events.description(sent));
    await this.#add(this.#candidates.described(offer.sdp));
  }

  /** The offer came twice, so the answer may have been lost. */
  async #answerAgain(): Promise<void> {
    const answered = this.#answered;
    if (answered !== null && this.#peer?.isStable() === true) {
      await Promise.resolve();
      this.events.description(answered.answer);
    }
  }

  async #receiveAnswer(answer: Description): Promise<void> {
    const peer = this.#peer;
    const to = madeFor(answer.sdp);
    const from = originOf(answer.sdp);
    if (answer.type !== 'answer' || peer?.hasLocalOffer() !== true) return;
    if (this.#gone.has(from.session) || (to !== undefined && !isSameOrigin(to, this.#local))) return;
    if (this.#remote !== undefined && this.#remote.session !== from.session) return this.#offerNew();
    await peer.apply(answer);
    this.#know(from);
    await this.#add(this.#candidates.described(answer.sdp));
  }

  #know(remote: Origin): void {
    const isNew = this.#remote?.session !== remote.session;
    this.#remote = remote;
    if (isNew && !this.#closed) this.events.session(remote.session);
  }

  async #offerNew(): Promise<void> {
    await this.#replacePeer();
    if (this.#peer !== null) await this.#offer(this.#peer, false);
  }

  async #offer(peer: Peer, iceRestart: boolean): Promise<void> {
    const offer = await peer.offer({ iceRestart });
    this.#local = originOf(offer.sdp);
    const sent = { ...offer, sdp: withMadeFor(offer.sdp, this.#remote) };
    this.#emit(peer, () => this.events.description(sent));
  }

  async #replacePeer(): Promise<void> {
    const settings = await this.peers.iceSettings();
    if (this.#closed) return;
    this.#peer?.close();
    if (this.#remote !== undefined) this.#gone.add(this.#remote.session);
    this.#remote = undefined;
    this.#answered = null;
    this.#candidates.renewed();
    const peer = this.peers.create(settings, {
      candidate: (candidate) => this.#emit(peer, () => this.events.candidate(candidate)),
      state: (state) => this.#emit(peer, () => this.events.state(state)),
      track: (track) => this.#emit(peer, () => this.events.track(track)),
      channel: () => this.#emit(peer, () => this.events.channel()),
      message: (text) => this.#emit(peer, () => this.events.message(text)),
      negotiationNeeded: () => this.#negotiate(peer),
    });
    this.#peer = peer;
    await peer.send('audio', this.#tracks.audio);
    await peer.send('video', this.#tracks.video);
  }

  #negotiate(peer: Peer): void {
    void this.#next(async () => {
      if (peer === this.#peer && peer.isStable() && this.#remote !== undefined) {
        await this.#offer(peer, false);
      }
    });
  }

  /** Events of a replaced connection are ignored. */
  #emit(peer: Peer, tell: () => void): void {
    if (peer === this.#peer) tell();
  }

  async #add(candidates: Candidate[]): Promise<void> {
    for (const candidate of candidates) {
      try {
        await this.#peer?.addCandidate(candidate);
      } catch {
        // One that the browser does not understand must not take the others with it.
      }
    }
  }

  /** What fails leaves the rest of the queue alone: the connection's state tells whether it works. */
  #next(step: () => Promise<unknown> | undefined): Promise<void> {
    const run = this.#tail.then(async () => {
      if (!this.#closed) await step();
    });
    this.#tail = run.catch(() => undefined);
    return run.catch(() => undefined);
  }
}
