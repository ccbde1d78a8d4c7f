import type { Clock, ConnectionState } from './ports';

/** A short gap often heals by itself. */
const GRACE_MS = 2_000;
const ATTEMPT_MS = 7_000;
/** The polite side lets the other go first, so that their offers seldom cross. */
const POLITE_DELAY_MS = 1_500;
const FIRST_CONNECT_MS = 20_000;
const GIVE_UP_MS = 60_000;
const RESTARTS = 2;

export interface RecoveryEvents {
  connected(): void;
  reconnecting(): void;
  /** The same connection should look for another path. */
  restart(): void;
  /** A new connection should be offered. */
  renew(): void;
  /**
   * @param never whether there was no connection at all
   */
  gaveUp(never: boolean): void;
}

/**
 * Recovers a connection that was lost or is not established. It first restarts ICE, twice, then offers a new
 * connection, and gives up after a time. It waits until signaling is connected.
 */
export class Recovery {
  #attempts = 0;
  #everConnected = false;
  #isConnected = false;
  #signaling = true;
  #waiting = false;
  #cancelAttempt: (() => void) | null = null;
  #cancelGiveUp: (() => void) | null = null;
  #stopped = true;

  constructor(
    private readonly clock: Clock,
    private readonly polite: boolean,
    private readonly events: RecoveryEvents,
  ) {}

  /** The two sides know of each other; from now on there should be a connection. */
  start(rejoined: boolean): void {
    this.#stopped = false;
    this.#everConnected = rejoined;
    if (this.#isConnected) this.#healed();
    else this.#lost(ATTEMPT_MS);
  }

  state(state: ConnectionState): void {
    this.#isConnected = state === 'connected';
    if (this.#stopped) return;
    if (this.#isConnected) this.#healed();
    else if (state === 'disconnected') this.#lost(GRACE_MS);
    else if (state === 'failed') this.#lost(0);
  }

  signalingLost(): void {
    this.#signaling = false;
  }

  signalingBack(): void {
    this.#signaling = true;
    if (this.#waiting) this.#attempt();
  }

  stop(): void {
    this.#stopped = true;
    this.#clear();
  }

  #healed(): void {
    this.#clear();
    this.#attempts = 0;
    this.#everConnected = true;
    this.events.connected();
  }

  #lost(firstAfter: number): void {
    const delay = firstAfter + (this.polite ? POLITE_DELAY_MS : 0);
    if (this.#cancelGiveUp === null) {
      const patience = this.#everConnected ? GIVE_UP_MS : FIRST_CONNECT_MS;
      this.#cancelGiveUp = this.clock.after(patience, () => this.#giveUp());
      this.#schedule(delay);
      if (this.#everConnected) this.events.reconnecting();
    } else if (firstAfter === 0 && this.#attempts === 0) {
      this.#schedule(delay);
    }
  }

  #schedule(delay: number): void {
    this.#cancelAttempt?.();
    this.#cancelAttempt = this.clock.after(delay, () => this.#attempt());
  }

  #attempt(): void {
    if (this.#stopped) return;
    if (!this.#signaling) {
      this.#waiting = true;
      return;
    }
    this.#waiting = false;
    this.#attempts += 1;
    if (this.#attempts <= RESTARTS) this.events.restart();
    else this.events.renew();
    this.#schedule(ATTEMPT_MS + (this.polite ? POLITE_DELAY_MS : 0));
  }

  #giveUp(): void {
    this.stop();
    this.events.gaveUp(!this.#everConnected);
  }

  #clear(): void {
    this.#cancelAttempt?.();
    this.#cancelGiveUp?.();
    this.#cancelAttempt = null;
    this.#cancelGiveUp = null;
    this.#waiting = false;
  }
}
