import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

/** Everything that is loaded about stored notices. */
export const STORED_NOTICES = ['notices'] as const;
export const UNREAD_NOTICES = [...STORED_NOTICES, 'unread'] as const;

/** How many of the person's stored notices are unread, as far as this page knows. The bell loads the number. */
export function useUnreadNotices(): number {
  const queries = useQueryClient();
  const subscribe = useCallback((changed: () => void) => queries.getQueryCache().subscribe(changed), [queries]);
  return useSyncExternalStore(subscribe, () => queries.getQueryData<number>(UNREAD_NOTICES) ?? 0);
}
