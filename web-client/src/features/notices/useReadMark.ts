import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { STORED_NOTICES } from '@/shared/notices';
import { currentTime } from '@/shared/time';
import { markRead, type NoticesPage, type StoredNotice } from './noticesApi';

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

function readAt({ pages, ...more }: InfiniteData<NoticesPage>, now: string): InfiniteData<NoticesPage> {
  const read = (notice: StoredNotice) => ({ ...notice, readAt: notice.readAt ?? now });
  return { ...more, pages: pages.map((page) => ({ ...page, unread: 0, items: page.items.map(read) })) };
}

/**
 * Marks all notices as read once a visible page shows them.
 *
 * @param list the key of the list
 * @param pages those of the list that are there
 * @returns whether a notice was unread when the page was opened, or has come since
 */
export function useReadMark(
  list: readonly unknown[],
  pages: readonly NoticesPage[] = [],
): (notice: StoredNotice) => boolean {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: markRead,
    onSuccess: () => {
      // About when: the server says it exactly, unless the person leaves the page before.
      const now = currentTime().toISOString();
      queries.setQueryData<InfiniteData<NoticesPage>>(list, (known) => known && readAt(known, now));
      return queries.invalidateQueries({ queryKey: STORED_NOTICES });
    },
  });

  const [first] = pages;
  const newest = first?.items[0]?.seq;
  const unread = first?.unread ?? 0;
  const visible = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');
  useEffect(() => {
    if (visible && newest !== undefined && unread > 0) {
      mutate(newest);
    }
  }, [visible, newest, unread, mutate]);

  // What was read since by this page, or by another tab, was new when this page was opened.
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const shown = pages.flatMap(({ items }) => items);
  const added = shown.filter(({ seq, readAt }) => readAt === null && !seen.has(seq));
  if (added.length > 0) {
    setSeen(new Set([...seen, ...added.map(({ seq }) => seq)]));
  }
  const [markedAt] = shown.flatMap(({ seq, readAt }) => (readAt !== null && seen.has(seq) ? [readAt] : [])).sort();
  return ({ seq, readAt }) =>
    readAt === null || seen.has(seq) || (markedAt !== undefined && Date.parse(readAt) >= Date.parse(markedAt));
}
