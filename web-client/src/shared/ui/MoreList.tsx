import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from '../i18n';
import { Button } from './Button';
import { ErrorState, SkeletonList } from './States';
import styles from './Stack.module.css';

/** What is under way goes on. */
const BESIDE = { cancelRefetch: false };

interface Pages<T> {
  items: T[] | undefined;
  data: { pages: unknown[] } | undefined;
  error: unknown;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  hasNextPage: boolean;
  fetchNextPage: (options?: { cancelRefetch: boolean }) => Promise<unknown>;
  refetch: () => Promise<unknown>;
}

/** A list that comes in pages: its skeleton, its error, its empty state, its items, and a button for more. */
export function MoreList<T extends object>({
  pages,
  keyOf,
  empty,
  children,
}: {
  pages: Pages<T>;
  keyOf: (item: T, index: number) => string;
  empty: ReactNode;
  children: (item: T) => ReactNode;
}) {
  const t = useTranslations('common');
  const more = useMore(pages);
  if (pages.items === undefined) {
    return pages.error === null ? <SkeletonList /> : <ErrorState error={pages.error} retry={() => void pages.refetch()} />;
  }
  if (pages.items.length === 0) {
    return empty;
  }
  return (
    <>
      <ul className={styles.list}>
        {pages.items.map((item, index) => (
          <li key={keyOf(item, index)}>{children(item)}</li>
        ))}
      </ul>
      {pages.error !== null && <ErrorState error={pages.error} retry={() => void pages.fetchNextPage()} />}
      {pages.hasNextPage && (
        <div className={styles.more}>
          <Button busy={more.busy} onClick={more.ask}>
            {t('showMore')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Asking for more while the list is fetched anew, or having it fetched anew on the way to more, is not forgotten. */
function useMore<T>({ data, error, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage }: Pages<T>) {
  const count = data?.pages.length ?? 0;
  const [askedAt, setAskedAt] = useState(-1);
  const asked = askedAt === count && hasNextPage && error === null;
  const goOn = asked && !isFetching;
  useEffect(() => {
    if (goOn) {
      void fetchNextPage(BESIDE);
    }
  }, [goOn, fetchNextPage]);
  const ask = () => {
    setAskedAt(count);
    void fetchNextPage(BESIDE);
  };
  return { busy: asked || isFetchingNextPage, ask };
}
