import type { io as connect, Socket } from 'socket.io-client';
import { systemClock } from '../time/clock';
import { type ClientEvents, type ServerEvents, SocketProblem } from './events';

/**
 * `ended`: there is no session any more. `replaced`: newer tabs or devices of the person took the place of this one.
 */
export type SocketState = 'off' | 'connecting' | 'connected' | 'reconnecting' | 'ended' | 'replaced';

export interface SocketAddress {
  /** Null: the server that the page came from. */
  url: string | null;
  path: string;
}

type Listener<Event extends keyof ServerEvents> = (payload: ServerEvents[Event]) => void;
type Ack = { ok: true } | { ok: false; error: { code: string; message: string } };

const ACK_TIMEOUT_MS = 10_000;
const LOAD_AGAIN_MS = 5_000;
const SESSION_ENDED = 4401;
/** The reason of a disconnect that the server wants: it sends one to a page that newer ones replace. */
const REPLACED = 'io server disconnect';

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * The one connection to the server for live events: a WebSocket, or long-polling where a proxy lets none through. It
 * outlives reconnects: listeners stay, and {@link onResync} tells when something may have been missed. After a
 * short outage nothing is: the server sends it again.
 */
export class LiveSocket {
  private socket: Socket | undefined;
  private current: SocketState = 'off';
  private connectedBefore = false;
  private missedNothing = false;
  private polls = false;
  /** Counts what was opened, so that code that arrives late knows whether it is still wanted. */
  private opened = 0;
  private readonly stateListeners = new Set<() => void>();
  private readonly resyncListeners = new Set<() => void>();
  private readonly listeners = new Map<string, Set<(payload: never) => void>>();

  /** @param sessionEnded called when the server says that there is no session (any more) */
  constructor(private readonly sessionEnded: () => void) {}

  get state(): SocketState {
    return this.current;
  }

  /** Whether this connection continues the one before it without a gap. */
  get recovered(): boolean {
    return this.missedNothing;
  }

  /** Opens the connection; the client's code is loaded now. Without effect when it is open. */
  async open(address: SocketAddress): Promise<void> {
    if (this.current !== 'off') {
      return;
    }
    this.setState('connecting');
    const opening = ++this.opened;
    const io = await this.load(opening);
    if (io === undefined || opening !== this.opened) {
      return;
    }
    const options = {
      path: address.path,
      // The server was there a moment ago: if a WebSocket fails, none gets through.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      auth: { recovery: true },
      withCredentials: true,
      timeout: CONNECT_TIMEOUT_MS,
      reconnectionDelayMax: 5_000,
    };
    const socket = address.url === null ? io(options) : io(address.url, options);
    this.socket = socket;
    socket.onAny((event: string, payload: unknown) => {
      this.listeners.get(event)?.forEach((listener) => listener(payload as never));
    });
    socket.on('connect', () => this.connected());
    socket.on('connect_error', (error: Error) => this.refused(error));
    socket.on('disconnect', (reason, details) => this.disconnected(reason, details));
    window.addEventListener('online', this.tryNow);
  }

  /** Tries until it is there, or not wanted any more. */
  private async load(opening: number): Promise<typeof connect | undefined> {
    while (opening === this.opened) {
      try {
        return (await import('socket.io-client')).io;
      } catch {
        this.setState('reconnecting');
        await new Promise<void>((resolve) => systemClock.after(LOAD_AGAIN_MS, resolve));
      }
    }
    return undefined;
  }

  close(): void {
    this.opened++;
    window.removeEventListener('online', this.tryNow);
    this.socket?.offAny();
    this.socket?.disconnect();
    this.socket = undefined;
    this.connectedBefore = false;
    this.polls = false;
    this.setState('off');
  }

  on<Event extends keyof ServerEvents>(event: Event, listener: Listener<Event>): () => void {
    const all = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, all.add(listener));
    return () => all.delete(listener);
  }

  /**
   * Called after every connect that did not recover: ask again for what may have been missed. The first is one of them,
   * because pages do not wait for it with what they ask.
   */
  onResync(listener: () => void): () => void {
    this.resyncListeners.add(listener);
    return () => this.resyncListeners.delete(listener);
  }

  onState(listener: () => void): () => void {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  }

  /** Sends, and waits for the server's ack. Rejects with a {@link SocketProblem}; `offline` when not connected. */
  async emit<Event extends keyof ClientEvents>(
    event: Event,
    payload: ClientEvents[Event]['payload'],
  ): Promise<ClientEvents[Event]['ack']> {
    const socket = this.socket;
    if (socket?.connected !== true) {
      throw new SocketProblem('offline');
    }
    const ack = (await socket
      .timeout(ACK_TIMEOUT_MS)
      .emitWithAck(event, payload)
      .catch(() => ({ ok: false, error: { code: 'timeout', message: 'no answer' } }))) as Ack;
    if (!ack.ok) {
      throw new SocketProblem(ack.error.code, ack.error.message);
    }
    return ack;
  }

  /** Connects again after this tab was replaced; another one then gives way. */
  reconnect(): void {
    if (this.current === 'replaced') {
      this.setState('reconnecting');
      this.socket?.connect();
    }
  }

  private readonly tryNow = (): void => {
    if (this.current === 'reconnecting' && this.socket?.connected === false) {
      this.socket.disconnect().connect();
    }
  };

  private connected(): void {
    const again = this.connectedBefore;
    this.connectedBefore = true;
    if (!again) {
      this.beginWith(this.socket?.io.engine.transport.name === 'polling');
    }
    this.missedNothing = again && this.socket?.recovered === true;
    this.setState('connected');
    if (!this.missedNothing) {
      this.resyncListeners.forEach((listener) => listener());
    }
  }

  private refused(error: Error): void {
    if (error.message === 'unauthorized') {
      this.end('ended');
      this.sessionEnded();
    } else {
      this.beginWith(!this.polls);
      this.setState('reconnecting');
    }
  }

  private disconnected(reason: string, details: unknown): void {
    if (reason === REPLACED) {
      this.end('replaced');
    } else if (closeCode(details) === SESSION_ENDED) {
      this.end('ended');
      this.sessionEnded();
    } else if (this.current !== 'off') {
      this.setState('reconnecting');
    }
  }

  /** The next attempt begins like this; from polling, the client moves on to a WebSocket if one gets through. */
  private beginWith(polling: boolean): void {
    this.polls = polling;
    if (this.socket !== undefined) {
      const transports = polling ? ['polling', 'websocket'] : ['websocket'];
      Object.assign(this.socket.io.opts, { transports, tryAllTransports: false });
    }
  }

  private end(state: 'ended' | 'replaced'): void {
    this.socket?.disconnect();
    this.setState(state);
  }

  private setState(state: SocketState): void {
    if (this.current !== state) {
      this.current = state;
      this.stateListeners.forEach((listener) => listener());
    }
  }
}

function closeCode(details: unknown): number | undefined {
  const context = typeof details === 'object' && details !== null && 'context' in details ? details.context : undefined;
  return context instanceof CloseEvent ? context.code : undefined;
}
