import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { UNREAD_NOTICES } from '@/shared/notices';
import { markRead, type NoticesPage } from './noticesApi';

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/**
 * Marks all notices as read once a visible page shows them.
 *
 * @param list the key of the list
 * @param first the first page of the list, once it is there
 * @returns the number up to which notices had been read when the page was opened
 */
export function useReadMark(list: readonly unknown[], first: NoticesPage | undefined): number {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: markRead,
    onSuccess: () => {
      queries.setQueryData<InfiniteData<NoticesPage>>(
        list,
        (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, unread: 0 })) },
      );
      void queries.invalidateQueries({ queryKey: UNREAD_NOTICES });
    },
  });

  const newest = first?.items[0]?.seq;
  const unread = first?.unread ?? 0;
  const [readUpTo, setReadUpTo] = useState<number>();
  if (readUpTo === undefined && newest !== undefined) {
    setReadUpTo(newest - unread);
  }

  const visible = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');
  useEffect(() => {
    if (visible && newest !== undefined && unread > 0) {
      mutate(newest);
    }
  }, [visible, newest, unread, mutate]);
  return readUpTo ?? Infinity;
}
