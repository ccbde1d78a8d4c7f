import type { LiveSocket } from '@/shared/socket';
import { randomId } from '@/shared/random';
import { systemClock } from '@/shared/time';
import { chatApi } from './chatApi';
import { Messenger } from './model/messenger';
import type { ChatPorts, Unfinished } from './model/ports';
import { unfinishedOf } from './unfinishedStore';

/** How often to poll while there is no live connection: some networks allow only plain requests. */
const ASK_EVERY_MS = 15_000;

/** The messenger of one logged-in person, connected to the live connection and to the page. */
export class ChatSession {
  readonly messenger: Messenger;
  private readonly stops: (() => void)[];

  constructor(
    userId: string,
    private readonly socket: LiveSocket,
    before: Unfinished | null,
    onRead: () => void,
  ) {
    const messenger = new Messenger(userId, portsOf(userId, socket, onRead), before);
    this.messenger = messenger;
    this.stops = [
      this.ask(),
      guardUnload(messenger),
      socket.onState(() => this.follow(socket.recovered)),
      socket.on('newMessage', ({ message }) => messenger.arrived(message)),
      socket.on('messages-read', (read) => {
        messenger.messagesRead(read);
        if (read.by === userId) {
          onRead();
        }
      }),
      socket.on('typing', ({ from }) => messenger.typing(from)),
      socket.on('user-offline', ({ userId: gone }) => messenger.wentOffline(gone)),
      socket.on('appointment-updated', ({ appointment: { doctor, patient } }) =>
        messenger.appointmentChanged(doctor.id === userId ? patient.id : doctor.id),
      ),
    ];
    void messenger.refreshInbox();
    this.follow(false);
  }

  end(): void {
    this.stops.forEach((stop) => stop());
    this.messenger.close();
  }

  private follow(missedNothing: boolean): void {
    if (this.socket.state !== 'connected') {
      this.messenger.disconnected();
    } else if (missedNothing) {
      this.messenger.recovered();
    } else {
      this.messenger.connected();
    }
  }

  private ask(): () => void {
    const timer = setInterval(() => {
      if (this.socket.state !== 'connected' && navigator.onLine && document.visibilityState === 'visible') {
        this.messenger.catchUp();
      }
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }
}

/** The browser asks before it closes a page with a picture that is not stored. */
function guardUnload(messenger: Messenger): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (messenger.wouldLose) {
      event.preventDefault();
    }
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}

function portsOf(userId: string, socket: LiveSocket, onRead: () => void): ChatPorts {
  return {
    api: {
      ...chatApi,
      markRead: async (other, upTo) => {
        await chatApi.markRead(other, upTo);
        onRead();
      },
    },
    clock: systemClock,
    store: unfinishedOf(userId),
    // A typing signal that is lost does no harm.
    emitTyping: (to) => void socket.emit('typing', { to }).catch(() => undefined),
    newClientId: randomId,
  };
}
