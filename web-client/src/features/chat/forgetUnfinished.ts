/** Under what name the tab keeps what is typed and not sent. */
export const KEPT_AS = 'chat.unfinished';

/** Whoever it belonged to. */
export function forgetUnfinished(storage: Storage = sessionStorage): void {
  storage.removeItem(KEPT_AS);
}
