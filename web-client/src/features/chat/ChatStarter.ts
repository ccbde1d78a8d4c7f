import { forgetDraft, keepDraft, readDraft } from '@/shared/forms';
import { loadPersistently } from '@/shared/lazy';
import type { LiveSocket } from '@/shared/socket';
import type { ChatSession } from './ChatSession';
import type { Messenger } from './model/messenger';
import type { Unfinished } from './model/ports';
import { forgetUnfinished } from './forgetUnfinished';

const MEMORY = 'chat';

interface Kept {
  owner: string;
  unfinished: Unfinished;
}

/** Starts and ends the chat with the session. Its code is loaded when somebody is logged in. */
export class ChatStarter {
  private session: ChatSession | null = null;
  private wanted: string | null = null;
  private readonly listeners = new Set<() => void>();

  /** @param onRead called when this person has read messages, here or on another device */
  constructor(
    private readonly socket: LiveSocket,
    private readonly onRead: () => void,
  ) {}

  get messenger(): Messenger | null {
    return this.session?.messenger ?? null;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  begin(userId: string): void {
    this.wanted = userId;
    void this.load(userId);
  }

  /** Tries until the code is there, or not wanted any more. */
  private async load(userId: string): Promise<void> {
    const module = await loadPersistently(
      () => import('./ChatSession'),
      () => this.wanted === userId,
    );
    if (module !== undefined && this.wanted === userId && this.session === null) {
      const kept = readDraft(MEMORY) as Kept | undefined;
      forgetDraft(MEMORY);
      const before = kept?.owner === userId ? kept.unfinished : null;
      this.replace(new module.ChatSession(userId, this.socket, before, this.onRead));
    }
  }

  /** What is unfinished stays in memory, for the same person after a session that was lost. */
  end(): void {
    this.wanted = null;
    const { session } = this;
    if (session !== null) {
      const { me, unfinished } = session.messenger;
      keepDraft(MEMORY, { owner: me, unfinished } satisfies Kept);
      session.end();
      this.replace(null);
    }
  }

  /** Nobody is logged in: nothing may be left, not even in a tab that was closed and reopened. */
  forget(): void {
    forgetDraft(MEMORY);
    forgetUnfinished();
  }

  private replace(session: ChatSession | null): void {
    this.session = session;
    this.listeners.forEach((listener) => listener());
  }
}
