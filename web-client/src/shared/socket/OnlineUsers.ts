import type { LiveSocket } from './LiveSocket';

/** Which of the person's contacts are connected, according to the server. */
export class OnlineUsers {
  /** Undefined until the server has told. */
  private ids: ReadonlySet<string> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(socket: LiveSocket) {
    socket.on('online-users', (ids) => this.replace(new Set(ids)));
    socket.on('user-online', ({ userId }) => this.replace(this.ids && new Set(this.ids).add(userId)));
    socket.on('user-offline', ({ userId }) =>
      this.replace(this.ids && new Set([...this.ids].filter((id) => id !== userId))),
    );
    socket.onState(() => {
      if (socket.state !== 'connected') {
        this.replace(undefined);
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

  private replace(ids: ReadonlySet<string> | undefined): void {
    this.ids = ids;
    this.listeners.forEach((listener) => listener());
  }
}
