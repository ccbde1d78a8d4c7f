import type { LiveSocket } from './LiveSocket';

/** Who of the people that the user may talk to is connected, as the server tells. */
export class OnlineUsers {
  private ids = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(socket: LiveSocket) {
    socket.on('online-users', (ids) => this.become(new Set(ids)));
    socket.on('user-online', ({ userId }) => this.become(new Set(this.ids).add(userId)));
    socket.on('user-offline', ({ userId }) => this.become(new Set([...this.ids].filter((id) => id !== userId))));
    socket.onState(() => {
      if (socket.state !== 'connected') {
        this.become(new Set());
      }
    });
  }

  has(userId: string): boolean {
    return this.ids.has(userId);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private become(ids: Set<string>): void {
    this.ids = ids;
    this.listeners.forEach((listener) => listener());
  }
}
