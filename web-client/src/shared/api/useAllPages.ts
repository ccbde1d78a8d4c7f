import { useEffect } from 'react';
import type { usePages } from './paging';

type Pages<T> = ReturnType<typeof usePages<T>>;

/** Loads one page after the other until all are there; `complete` says whether they are. */
export function useAllPages<T>(pages: Pages<T>): Pages<T> & { complete: boolean } {
  const { hasNextPage, isFetching, isError, fetchNextPage } = pages;
  const goOn = hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (goOn) {
      void fetchNextPage();
    }
  }, [goOn, fetchNextPage]);
  return { ...pages, complete: pages.items !== undefined && !hasNextPage };
}
