import type { LiveSocket } from '@/shared/socket';
import type { CallEvent } from './machine/wire';

const EVENTS = [
  'call-made',
  'call-answered',
  'ice-candidate',
  'call-description',
  'call-rejected',
  'call-end',
] as const;
const MOST = 500;

/** Keeps the events of calls until the code of calls is loaded. */
export class CallInbox {
  private waiting: CallEvent[] = [];
  private hears: ((event: CallEvent) => void) | undefined;

  /** Starts listening; the result stops it. */
  open(socket: LiveSocket): () => void {
    const stops = EVENTS.map((event) => socket.on(event, (payload) => this.add({ event, ...payload } as CallEvent)));
    return () => stops.forEach((stop) => stop());
  }

  /** Receives waiting and future events; the result stops it. */
  take(hears: (event: CallEvent) => void): () => void {
    this.hears = hears;
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach(hears);
    return () => {
      this.hears = undefined;
    };
  }

  add(event: CallEvent): void {
    if (this.hears !== undefined) {
      this.hears(event);
    } else if (this.waiting.length < MOST) {
      this.waiting.push(event);
    }
  }
}
