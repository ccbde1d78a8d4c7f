import { openTabChannel } from '@/shared/browser';
import { type LiveSocket, SocketProblem } from '@/shared/socket';
import type { CallInbox } from '../CallInbox';
import type { Signaling, SignalingListener } from '../machine/ports';
import type { CallRequests, Reply, RequestName } from '../machine/wire';

/** No answer: it is unknown whether the server has received it. */
const UNKNOWN = new Set(['offline', 'timeout']);

/** The calls' view of the app's connection. */
export class SocketSignaling implements Signaling {
  constructor(
    private readonly socket: LiveSocket,
    private readonly inbox: CallInbox,
  ) {}

  isConnected(): boolean {
    return this.socket.state === 'connected';
  }

  async request<N extends RequestName>(name: N, payload: CallRequests[N]['sends']): Promise<Reply<N>> {
    try {
      const ack: object = await this.socket.emit(name, payload);
      return { kind: 'ok', value: ack };
    } catch (error) {
      const code = error instanceof SocketProblem ? error.code : 'internal';
      return UNKNOWN.has(code) ? { kind: 'offline' } : { kind: 'refused', code };
    }
  }

  listen(listener: SignalingListener): () => void {
    let connected = this.isConnected();
    const stopState = this.socket.onState(() => {
      if (connected === this.isConnected()) {
        return;
      }
      connected = !connected;
      if (connected) {
        listener.connected();
      } else {
        listener.disconnected();
      }
    });
    const tabs = openTabChannel<string>('admitted', (appointmentId) =>
      listener.event({ event: 'admitted-elsewhere', appointmentId }),
    );
    const stopEvents = this.inbox.take((event) => {
      if (event.event === 'admitted' && event.appointmentId !== null) {
        tabs.post(event.appointmentId);
      }
      listener.event(event);
    });
    return () => {
      stopState();
      stopEvents();
      tabs.close();
    };
  }
}
