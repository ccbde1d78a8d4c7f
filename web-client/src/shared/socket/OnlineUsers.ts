import type { LiveSocket } from './LiveSocket';

/** Who of the people that the user may talk to is connected, as the server tells. */
export class OnlineUsers {
  /** Undefined until the server has told. */
  private ids: ReadonlySet<string> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(socket: LiveSocket) {
    socket.on('online-users', (ids) => this.become(new Set(ids)));
    socket.on('user-online', ({ userId }) => this.become(this.ids && new Set(this.ids).add(userId)));
    socket.on('user-offline', ({ userId }) => this.become(this.ids && new Set([...this.ids].filter((id) => id !== userId))));
    socket.onState(() => {
      if (socket.state !== 'connected') {
        this.become(undefined);
      }
    });
  }

  /** Undefined: not known. */
  has(userId: string): boolean | undefined {
    return this.ids?.has(userId);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private become(ids: ReadonlySet<string> | undefined): void {
    this.ids = ids;
    this.listeners.forEach((listener) => listener());
  }
}
