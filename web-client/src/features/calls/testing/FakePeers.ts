import type { ConnectionState, IceSettings, MediaKind, Peer, PeerEvents, PeerPort, PeerStats } from '../machine/ports';
import { originOf, ufragsOf } from '../machine/sdp';
import type { Candidate, Description } from '../machine/wire';

/**
 * The network between fake connections. Two of them connect when each has the other's present
 * description and a candidate of it, as ICE would. What a browser would refuse is written down.
 */
export class FakeNetwork {
  readonly violations: string[] = [];
  /** The browser makes no descriptions. */
  broken = false;
  lostShare = 0;
  bitsPerSecond = 2_000_000;
  /** What the server says. */
  policy: IceSettings['iceTransportPolicy'] = 'all';
  readonly peers: FakePeer[] = [];
  #up = true;

  port(): PeerPort {
    return {
      iceSettings: () => Promise.resolve({ iceServers: [], iceTransportPolicy: this.policy }),
      create: (settings, events) => {
        const peer = new FakePeer(this, String(this.peers.length + 1), events);
        peer.ice = settings;
        this.peers.push(peer);
        return peer;
      },
    };
  }

  get open(): FakePeer[] {
    return this.peers.filter((peer) => !peer.closed);
  }

  /** Cuts all paths; only new candidates find a way when the network is back. */
  cut(): void {
    this.#up = false;
    for (const peer of this.open) {
      if (peer.state === 'connected') peer.change('disconnected');
    }
  }

  restore(): void {
    this.#up = true;
    for (const peer of this.open) peer.stale = peer.path;
  }

  look(): void {
    for (const one of this.open) {
      const other = this.open.find((each) => each.session === one.remoteSession);
      const gone = one.state === 'connected' && (other === undefined || other.remoteSession !== one.session);
      if (gone) one.change('disconnected');
      if (!this.#up || other === undefined || !one.knows(other) || !other.knows(one)) continue;
      if (one.stale === one.path || other.stale === other.path) continue;
      one.change('connected');
      other.change('connected');
    }
  }
}

export class FakePeer implements Peer {
  readonly session: string;
  ice: IceSettings | undefined;
  state: ConnectionState = 'new';
  closed = false;
  stale = '';
  readonly sending: Record<MediaKind, MediaStreamTrack | null> = { audio: null, video: null };
  readonly told: string[] = [];
  #signaling: 'stable' | 'have-local-offer' | 'have-remote-offer' = 'stable';
  #version = 0;
  #generation = 0;
  #remote: Description | null = null;
  #candidates = new Set<string>();
  #channel = false;
  #read = 0;
  #lost = 0;

  constructor(
    private readonly network: FakeNetwork,
    readonly id: string,
    readonly events: PeerEvents,
  ) {
    this.session = `- ${id}`;
  }

  get ufrag(): string {
    return `u${this.id}g${this.#generation}`;
  }

  get remoteSession(): string | null {
    return this.#remote === null ? null : originOf(this.#remote.sdp).session;
  }

  get path(): string {
    return `${this.ufrag}>${[...this.#candidates].join()}`;
  }

  knows(other: FakePeer): boolean {
    return this.#signaling === 'stable' && this.#candidates.has(other.ufrag);
  }

  isStable(): boolean {
    return this.#signaling === 'stable';
  }

  hasLocalOffer(): boolean {
    return this.#signaling === 'have-local-offer';
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is a rejection
  async offer({ iceRestart }: { iceRestart: boolean }): Promise<Description> {
    this.#must(this.#signaling !== 'have-remote-offer', 'offer while one is to be answered');
    if (iceRestart || this.#generation === 0) this.#generation += 1;
    this.#signaling = 'have-local-offer';
    return this.#describe('offer');
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is a rejection
  async answer(): Promise<Description> {
    this.#must(this.#signaling === 'have-remote-offer', 'answer without an offer');
    this.#signaling = 'stable';
    return this.#describe('answer');
  }

  async apply(description: Description): Promise<void> {
    this.#must(!this.closed, 'description for a closed connection');
    await Promise.resolve();
    // Closed while it was at work, which a browser takes as an end and not as a mistake.
    if (this.closed) throw new Error('closed');
    const known = this.remoteSession;
    const session = originOf(description.sdp).session;
    this.#must(known === null || known === session, 'description of another session');
    if (description.type === 'answer') {
      this.#must(this.#signaling === 'have-local-offer', 'answer that nobody waits for');
      this.#signaling = 'stable';
    } else {
      const restarted = this.#remote === null || !sameUfrag(this.#remote.sdp, description.sdp);
      if (restarted) this.#generation += 1;
      this.#signaling = 'have-remote-offer';
    }
    this.#candidates = new Set([...this.#candidates].filter((each) => ufragsOf(description.sdp).has(each)));
    this.#remote = description;
    this.network.look();
  }

  async addCandidate(candidate: Candidate): Promise<void> {
    const ufrag = candidate.usernameFragment ?? '';
    this.#must(this.#remote !== null, 'candidate before its description');
    this.#must(ufragsOf(this.#remote?.sdp ?? '').has(ufrag), 'candidate of another description');
    this.#candidates.add(ufrag);
    await Promise.resolve();
    this.network.look();
  }

  send(kind: MediaKind, track: MediaStreamTrack | null): Promise<void> {
    this.sending[kind] = track;
    return Promise.resolve();
  }

  tell(text: string): void {
    if (!this.#channel) return;
    this.told.push(text);
    const other = this.network.open.find((each) => each.session === this.remoteSession);
    other?.events.message(text);
  }

  useIce(settings: IceSettings): void {
    this.ice = settings;
  }

  stats(): Promise<PeerStats> {
    this.#read += 1;
    this.#lost += 100 * this.network.lostShare;
    const packets = 100 * this.#read;
    return Promise.resolve({
      packetsReceived: packets,
      packetsLost: 0,
      framesDecoded: packets,
      packetsSent: packets,
      sentPacketsLost: this.#lost,
      outgoingBitsPerSecond: this.network.bitsPerSecond,
      roundTripTime: 0.05,
    });
  }

  close(): void {
    this.closed = true;
    this.network.look();
  }

  change(state: ConnectionState): void {
    if (this.closed || this.state === state) return;
    this.state = state;
    this.events.state(state);
    if (state === 'connected' && !this.#channel) {
      this.#channel = true;
      this.events.channel();
    }
  }

  #describe(type: 'offer' | 'answer'): Description {
    if (this.network.broken) throw new Error('no description');
    this.#version += 1;
    const { ufrag } = this;
    queueMicrotask(() => {
      for (let i = 0; i < 2; i++) {
        this.events.candidate({ candidate: `candidate:${i}`, sdpMid: '0', usernameFragment: ufrag });
      }
    });
    const head = `v=0\r\no=- ${this.id} ${this.#version} IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n`;
    return { type, sdp: `${head}m=audio 9 RTP 0\r\na=ice-ufrag:${ufrag}\r\n` };
  }

  #must(holds: boolean, rule: string): void {
    if (holds) return;
    this.network.violations.push(rule);
    throw new Error(rule);
  }
}

function sameUfrag(one: string, other: string): boolean {
  return [...ufragsOf(one)].join() === [...ufragsOf(other)].join();
}
