import { type KeyValueStorage, tabStorage } from '@/shared/browser';

/** Under what name the tab keeps what is typed and not sent. */
export const KEPT_AS = 'chat.unfinished';

/** Whoever it belonged to. */
export function forgetUnfinished(storage: KeyValueStorage = tabStorage): void {
  storage.remove(KEPT_AS);
}
