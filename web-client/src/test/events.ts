import { act } from '@testing-library/react';
import { vi } from 'vitest';
import { LiveSocket, type ServerEvents } from '@/shared/socket';

const listeners = new Map<string, (payload: never) => void>();

/** Takes the place of the socket's events until mocks are restored; {@link hear} tells one. */
export function withEvents(): void {
  listeners.clear();
  vi.spyOn(LiveSocket.prototype, 'on').mockImplementation((event, listener) => {
    listeners.set(event, listener);
    return () => listeners.delete(event);
  });
}

/** The server tells of an event. */
export function hear<Event extends keyof ServerEvents>(event: Event, payload: ServerEvents[Event]): void {
  act(() => listeners.get(event)?.(payload as never));
}
