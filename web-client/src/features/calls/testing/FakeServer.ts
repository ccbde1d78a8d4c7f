import type { Signaling, SignalingListener } from '../machine/ports';
import type { CallEvent, CallMedia, CallRequests, Candidate, Description, Reply, RequestName } from '../machine/wire';
import type { ManualClock } from './ManualClock';

const RING_MS = 45_000;
const LEASE_MS = 30_000;

interface Side {
  user: string;
  device: FakeSocket | null;
  description: Description | null;
  waiting: CallEvent[];
  cancelLease: (() => void) | null;
}

interface Call {
  id: string;
  caller: Side;
  callee: Side;
  offer: Description;
  appointmentId: string | null;
  media: CallMedia;
  state: 'ringing' | 'active' | 'ended';
  offered: Candidate[];
  early: { device: FakeSocket; candidate: Candidate }[];
  cancelRing: () => void;
  reason: string | null;
}

type Payload = { to?: string; callId?: string } & Record<string, unknown>;

/** The rules of docs/protocol.md for calls, small enough for a test to trust. */
export class FakeServer {
  readonly calls: Call[] = [];
  readonly sockets = new Set<FakeSocket>();

  constructor(readonly clock: ManualClock) {}

  liveOf(user: string): Call | undefined {
    return this.calls.find((call) => call.state !== 'ended' && [call.caller.user, call.callee.user].includes(user));
  }

  arrived(socket: FakeSocket): void {
    this.sockets.add(socket);
    const call = this.liveOf(socket.user);
    if (call?.state === 'ringing' && call.callee.user === socket.user) this.#ring(call, socket);
  }

  left(socket: FakeSocket): void {
    this.sockets.delete(socket);
    for (const call of this.calls) {
      for (const side of [call.caller, call.callee]) {
        if (call.state !== 'ended' && side.device === socket) this.#away(call, side);
      }
    }
  }

  handle(socket: FakeSocket, name: RequestName, payload: Payload): object | string {
    if (name === 'call-user') return this.#place(socket, payload);
    const call = this.calls.find((each) => each.id === payload.callId) ?? this.liveOf(socket.user);
    if (call === undefined || call.state === 'ended') return 'not_found';
    const me = call.caller.user === socket.user ? call.caller : call.callee;
    const other = me === call.caller ? call.callee : call.caller;
    switch (name) {
      case 'answer-call':
        return this.#answer(socket, call, payload.answer as Description);
      case 'ice-candidate':
        return this.#candidate(socket, call, payload.candidate as Candidate);
      case 'call-rejected':
        if (call.state === 'active') return me.device === socket ? 'illegal_transition' : 'answered_elsewhere';
        return this.end(call, String(payload.reason), socket);
      case 'call-end':
        if (!this.#accepts(me, socket) && call.state === 'active') return 'not_your_device';
        if (call.state === 'active') return this.end(call, 'hangup', socket);
        return this.end(call, me === call.caller ? 'cancelled' : 'declined', socket);
      case 'call-resume':
        return this.#resume(socket, call, me, other);
      default:
        if (call.state !== 'active') return 'illegal_transition';
        if (!this.#accepts(me, socket)) return 'not_your_device';
        this.#bind(me, socket);
        me.description = payload.description as Description;
        this.#tell(other, {
          event: 'call-description',
          callId: call.id,
          from: me.user,
          description: me.description,
        });
        return {};
    }
  }

  end(call: Call, reason: string, by: FakeSocket | null): object {
    call.state = 'ended';
    call.reason = reason;
    call.cancelRing();
    for (const side of [call.caller, call.callee]) {
      side.cancelLease?.();
      const from = side === call.caller ? call.callee.user : call.caller.user;
      const event = ['hangup', 'cancelled', 'lost'].includes(reason) ? 'call-end' : 'call-rejected';
      for (const socket of this.#of(side.user)) {
        const bound = reason === 'hangup' && side.user === by?.user;
        if (socket !== by && !bound) socket.deliver({ event, callId: call.id, from, reason });
      }
    }
    return {};
  }

  #place(socket: FakeSocket, payload: Payload): object | string {
    const to = String(payload.to);
    const mine = this.liveOf(socket.user);
    if (mine?.state === 'ringing' && mine.caller.user === to && mine.callee.user === socket.user) {
      this.#ring(mine, socket);
      return { callId: mine.id, online: true, glare: true, busy: false };
    }
    if (mine !== undefined) return 'already_in_call';
    const id = `call-${this.calls.length + 1}`;
    if (this.liveOf(to) !== undefined) return { callId: id, online: true, glare: false, busy: true };
    const side = (user: string, device: FakeSocket | null, description: Description | null): Side => ({
      user,
      device,
      description,
      waiting: [],
      cancelLease: null,
    });
    const offer = payload.offer as Description;
    const call: Call = {
      id,
      caller: side(socket.user, socket, offer),
      callee: side(to, null, null),
      offer,
      appointmentId: (payload.appointmentId as string | undefined) ?? null,
      media: payload.media as CallMedia,
      state: 'ringing',
      offered: [],
      early: [],
      reason: null,
      cancelRing: this.clock.after(RING_MS, () => this.end(call, 'unanswered', null)),
    };
    this.calls.push(call);
    const devices = this.#of(to);
    for (const device of devices) this.#ring(call, device);
    return { callId: id, online: devices.length > 0, glare: false, busy: false };
  }

  #answer(socket: FakeSocket, call: Call, answer: Description): object | string {
    if (call.caller.user === socket.user) return 'illegal_transition';
    if (call.state === 'active') {
      return call.callee.device === socket ? 'illegal_transition' : 'answered_elsewhere';
    }
    call.state = 'active';
    call.cancelRing();
    call.callee.device = socket;
    call.callee.description = answer;
    this.#tell(call.caller, { event: 'call-answered', callId: call.id, from: socket.user, answer });
    for (const { device, candidate } of call.early) {
      if (device === socket) this.#tellCandidate(call, call.callee, call.caller, candidate);
    }
    for (const device of this.#of(socket.user)) {
      if (device !== socket) this.#elsewhere(call, call.callee, device);
    }
    return {};
  }

  #candidate(socket: FakeSocket, call: Call, candidate: Candidate): object | string {
    const isCaller = call.caller.user === socket.user;
    if (call.state === 'ringing') {
      if (!isCaller) call.early.push({ device: socket, candidate });
      else {
        call.offered.push(candidate);
        const event = { event: 'ice-candidate', callId: call.id, from: socket.user, candidate } as const;
        for (const device of this.#of(call.callee.user)) device.deliver(event);
      }
      return {};
    }
    const me = isCaller ? call.caller : call.callee;
    if (!this.#accepts(me, socket)) return 'not_your_device';
    this.#bind(me, socket);
    this.#tellCandidate(call, me, isCaller ? call.callee : call.caller, candidate);
    return {};
  }

  #tellCandidate(call: Call, me: Side, other: Side, candidate: Candidate): void {
    if (other.cancelLease !== null && other.waiting.length === 0 && me.description !== null) {
      const { description } = me;
      other.waiting.push({ event: 'call-description', callId: call.id, from: me.user, description });
    }
    this.#tell(other, { event: 'ice-candidate', callId: call.id, from: me.user, candidate });
  }

  #resume(socket: FakeSocket, call: Call, me: Side, other: Side): object {
    if (me.device !== socket && me.device !== null && me.cancelLease === null) {
      this.#elsewhere(call, me, me.device);
    }
    if (call.state === 'active' || me === call.caller) this.#bind(me, socket);
    const { id, media, state } = call;
    const description = call.state === 'ringing' && me === call.caller ? null : other.description;
    const people = { caller: call.caller.user, callee: call.callee.user };
    return { call: { id, ...people, appointmentId: null, media, state, answeredAt: null }, description };
  }

  #elsewhere(call: Call, side: Side, device: FakeSocket): void {
    const from = side === call.caller ? call.callee.user : call.caller.user;
    device.deliver({ event: 'call-end', callId: call.id, from, reason: 'answered_elsewhere' });
  }

  #ring(call: Call, socket: FakeSocket): void {
    const { id: callId, offer, media, appointmentId } = call;
    const from = call.caller.user;
    const caller = { id: from, name: from, avatar: null };
    socket.deliver({ event: 'call-made', callId, from, caller, offer, media, appointmentId });
    for (const candidate of call.offered) socket.deliver({ event: 'ice-candidate', callId, from, candidate });
  }

  #accepts(side: Side, socket: FakeSocket): boolean {
    return side.device === socket || side.cancelLease !== null;
  }

  #bind(side: Side, socket: FakeSocket): void {
    side.cancelLease?.();
    side.cancelLease = null;
    side.device = socket;
    const { waiting } = side;
    side.waiting = [];
    for (const event of waiting) socket.deliver(event);
  }

  #away(call: Call, side: Side): void {
    side.cancelLease ??= this.clock.after(LEASE_MS, () =>
      this.end(call, call.state === 'active' ? 'lost' : 'cancelled', null),
    );
  }

  #tell(side: Side, event: CallEvent): void {
    if (side.cancelLease !== null) side.waiting.push(event);
    else side.device?.deliver(event);
  }

  #of(user: string): FakeSocket[] {
    return [...this.sockets].filter((socket) => socket.user === user);
  }
}

/** One connection of a device; each reconnect is a new one. */
export class FakeSocket {
  #open = true;

  constructor(
    readonly user: string,
    private readonly heard: (event: CallEvent) => void,
  ) {}

  deliver(event: CallEvent): void {
    void Promise.resolve().then(() => {
      if (this.#open) this.heard(event);
    });
  }

  close(): void {
    this.#open = false;
  }
}

/** The socket of a tab, with a network that can go. */
export class FakeSignaling implements Signaling {
  readonly sent: { name: RequestName; payload: Payload }[] = [];
  /** Codes that the next requests of a name are refused with. */
  readonly refusals = new Map<RequestName, string>();
  #socket: FakeSocket | null = null;
  #late: CallEvent[] | null = null;
  readonly #listeners = new Set<SignalingListener>();

  constructor(
    private readonly server: FakeServer,
    readonly user: string,
  ) {}

  isConnected(): boolean {
    return this.#socket !== null;
  }

  listen(listener: SignalingListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  connect(): void {
    if (this.#socket !== null) return;
    this.#socket = new FakeSocket(this.user, (event) => {
      if (this.#late === null) this.hear(event);
      else this.#late.push(event);
    });
    this.server.arrived(this.#socket);
    for (const listener of this.#listeners) listener.connected();
  }

  hear(event: CallEvent): void {
    for (const listener of this.#listeners) listener.event(event);
  }

  /** Events come late from now on, but answers do not. */
  slow(): void {
    this.#late ??= [];
  }

  fast(): void {
    const late = this.#late ?? [];
    this.#late = null;
    for (const event of late) this.hear(event);
  }

  disconnect(): void {
    if (this.#late !== null) this.#late = [];
    const socket = this.#socket;
    if (socket === null) return;
    this.#socket = null;
    socket.close();
    this.server.left(socket);
    for (const listener of this.#listeners) listener.disconnected();
  }

  async request<N extends RequestName>(name: N, payload: CallRequests[N]['sends']): Promise<Reply<N>> {
    const socket = this.#socket;
    this.sent.push({ name, payload: payload });
    if (socket === null) return { kind: 'offline' };
    await Promise.resolve();
    if (socket !== this.#socket) return { kind: 'offline' };
    const refusal = this.refusals.get(name);
    const answer = refusal ?? this.server.handle(socket, name, payload);
    await Promise.resolve();
    // The answer may be lost although the server has done its work.
    if (socket !== this.#socket) return { kind: 'offline' };
    if (typeof answer === 'string') return { kind: 'refused', code: answer };
    return { kind: 'ok', value: answer };
  }
}
