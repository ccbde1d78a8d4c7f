import type { Clock } from '@/shared/time';

const CONNECT_MS = 12_000;
const MEASURE_MS = 4_000;
const EVERY_MS = 25;
/** So long the last packets have time to come back. */
const LATE_MS = 1_000;

const VIDEO = { roundTripMs: 300, lostShare: 0.04 };
const VOICE = { roundTripMs: 1_000, lostShare: 0.15 };

/** Two connections of this page to each other, through a relay server where there is one. */
export interface Loopback {
  /** Both ends are there. Rejects when no way between them is found. */
  readonly opened: Promise<void>;
  /** Whether the relay server has given this page an address. */
  hasRelay(): boolean;
  /** Sends a packet of the size that pictures have; the other end sends it back. */
  send(id: number): void;
  close(): void;
}

export interface CheckPorts {
  clock: Clock;
  /** Rejects if the server cannot be reached. */
  servers(): Promise<RTCIceServer[]>;
  open(servers: RTCIceServer[], relayOnly: boolean, heard: (id: number) => void): Loopback;
}

export interface Measured {
  connectMs: number;
  /** Between this device and the relay. */
  roundTripMs: number;
  lostShare: number;
}

export type CheckResult =
  | { outcome: 'video' | 'voice' | 'weak'; measured: Measured }
  /** Without a relay nothing outside of this device was measured. */
  | { outcome: 'works' }
  /** `blocked`: a relay is there, and the network does not let this device reach it. */
  | { outcome: 'blocked' | 'offline' | 'unsupported' };

export type CheckStep = 'connecting' | 'measuring';

/** How good a call would be. */
export function verdictOf(measured: Measured): 'video' | 'voice' | 'weak' {
  const fits = (most: typeof VIDEO) => measured.roundTripMs <= most.roundTripMs && measured.lostShare <= most.lostShare;
  return fits(VIDEO) ? 'video' : fits(VOICE) ? 'voice' : 'weak';
}

/**
 * Connects this page with itself and measures the connection. Takes 18 seconds at most; once the signal is aborted the
 * result means nothing, and everything is closed.
 */
export async function checkConnection(
  ports: CheckPorts,
  signal: AbortSignal,
  told: (step: CheckStep) => void,
): Promise<CheckResult> {
  told('connecting');
  const servers = await ports.servers().catch(() => null);
  if (servers === null) return { outcome: 'offline' };
  const relayOnly = servers.some(({ urls }) => [urls].flat().some((url) => url.startsWith('turn')));
  const flight = new Flight(ports.clock);
  let loopback: Loopback;
  try {
    loopback = ports.open(servers, relayOnly, (id) => flight.landed(id));
  } catch {
    return { outcome: 'unsupported' };
  }
  try {
    const startedAt = ports.clock.now();
    if (!(await opens(loopback, ports.clock, signal))) {
      if (!relayOnly) return { outcome: 'unsupported' };
      // A relay that does not talk to itself can still take this device to others.
      return { outcome: loopback.hasRelay() ? 'works' : 'blocked' };
    }
    if (!relayOnly) return { outcome: 'works' };
    const connectMs = ports.clock.now() - startedAt;
    told('measuring');
    await flight.fly(loopback, signal);
    const measured = { connectMs, ...flight.measured() };
    return { outcome: verdictOf(measured), measured };
  } finally {
    loopback.close();
  }
}

function opens({ opened }: Loopback, clock: Clock, signal: AbortSignal): Promise<boolean> {
  return new Promise((done) => {
    const decide = (isOpen: boolean) => {
      cancel();
      done(isOpen);
    };
    const cancel = clock.after(CONNECT_MS, () => done(false));
    opened.then(
      () => decide(true),
      () => decide(false),
    );
    signal.addEventListener('abort', () => decide(false));
    if (signal.aborted) decide(false);
  });
}

function wait(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      cancel();
      signal.removeEventListener('abort', end);
      done();
    };
    const cancel = clock.after(milliseconds, end);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/** Packets on their way there and back. */
class Flight {
  readonly #sentAt: number[] = [];
  readonly #took = new Map<number, number>();

  constructor(private readonly clock: Clock) {}

  async fly(loopback: Loopback, signal: AbortSignal): Promise<void> {
    const end = this.clock.now() + MEASURE_MS;
    while (!signal.aborted && this.clock.now() < end) {
      loopback.send(this.#sentAt.length);
      this.#sentAt.push(this.clock.now());
      await wait(this.clock, EVERY_MS, signal);
    }
    await wait(this.clock, LATE_MS, signal);
  }

  landed(id: number): void {
    const sentAt = this.#sentAt[id];
    if (sentAt !== undefined) this.#took.set(id, this.clock.now() - sentAt);
  }

  measured(): Omit<Measured, 'connectMs'> {
    const took = [...this.#took.values()].sort((one, other) => one - other);
    // From one end through the relay to the other and back is the way to the relay twice.
    const roundTripMs = (took[Math.floor(took.length / 2)] ?? 2 * LATE_MS) / 2;
    return { roundTripMs, lostShare: 1 - took.length / this.#sentAt.length };
  }
}
