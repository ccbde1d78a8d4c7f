import { hashKey, type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';

/** A page as the server gives it, under one name. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

interface PagesOptions {
  enabled?: boolean;
  /** Data of another key stays visible while this one is loading. */
  keepBefore?: boolean;
  /** Whether it is fetched anew when the person comes back to the page. */
  onReturn?: boolean;
}

/**
 * Pages that are loaded one after the other, as one list. `load` gets the cursor, null for the first page. A further
 * page
 * that was asked for comes, also when the list is fetched anew meanwhile, which gives its loaded pages only.
 */
export function usePages<T, More extends object = object>(
  key: readonly unknown[],
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page<T> & More>,
  { enabled = true, keepBefore = false, onReturn = true }: PagesOptions = {},
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled,
    refetchOnWindowFocus: onReturn,
    ...(keepBefore && { placeholderData: keepPreviousData<InfiniteData<Page<T> & More, string | null>> }),
  });
  const [wanted, setWanted] = useState({ of: '', pages: 0 });
  const of = hashKey(key);
  const loaded = query.data?.pages.length ?? 0;
  const more = wanted.of === of && wanted.pages > loaded;
  const isFetchingNextPage = useNextPage(query, more) || query.isFetchingNextPage;
  const { isError, fetchNextPage: fetchNow } = query;
  const fetchNextPage = useCallback(async () => {
    setWanted({ of, pages: loaded + 1 });
    if (isError) {
      await fetchNow();
    }
  }, [of, loaded, isError, fetchNow]);
  return { ...query, items: query.data?.pages.flatMap((page) => page.items), isFetchingNextPage, fetchNextPage };
}

interface Pages {
  hasNextPage: boolean;
  isFetching: boolean;
  isError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/**
 * Loads the next page as long as it is wanted and there is one, after what is under way; not by itself after an
 * error.
 */
export function useNextPage({ hasNextPage, isFetching, isError, fetchNextPage }: Pages, wanted: boolean): boolean {
  const coming = wanted && hasNextPage && !isError;
  const now = coming && !isFetching;
  useEffect(() => {
    if (now) {
      void fetchNextPage();
    }
  }, [now, fetchNextPage]);
  return coming;
}
