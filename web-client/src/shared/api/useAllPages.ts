import { useNextPage, type usePages } from './paging';

type Pages<T> = ReturnType<typeof usePages<T>>;

/** Loads one page after the other until all are there; `complete` says whether they are. */
export function useAllPages<T>(pages: Pages<T>): Pages<T> & { complete: boolean } {
  useNextPage(pages, true);
  return { ...pages, complete: pages.items !== undefined && !pages.hasNextPage };
}
