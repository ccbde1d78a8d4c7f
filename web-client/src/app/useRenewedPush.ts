import { useEffect } from 'react';
import { useConfig } from '@/shared/config';
import { isOwner, readPush } from '@/shared/push';
import { useUser } from '@/shared/session';

/** The server forgets a device when its session ends. Whoever wanted notices on it gets them again with the next. */
export function useRenewedPush() {
  const { id: userId } = useUser();
  const vapidKey = useConfig()?.vapidKey ?? null;
  useEffect(() => {
    if (vapidKey !== null && isOwner(userId)) {
      // Without an answer, the next page load asks again.
      readPush({ vapidKey, userId }).catch(() => undefined);
    }
  }, [vapidKey, userId]);
}
