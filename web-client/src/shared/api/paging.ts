import { useInfiniteQuery } from '@tanstack/react-query';

/** A page as the server gives it, under one name. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Pages that are loaded one after the other, as one list. `load` gets the cursor, null for the first page. */
export function usePages<T>(
  key: readonly unknown[],
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>,
  options: { enabled?: boolean } = {},
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    ...options,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) };
}
