import type { ReactNode } from 'react';
import { useTranslations } from '../i18n';
import { Button } from './Button';
import { Awaited, type AwaitedQuery, ErrorState } from './States';
import styles from './Stack.module.css';

interface Pages<T> extends AwaitedQuery {
  items: T[] | undefined;
  isFetchingNextPage: boolean;
  hasNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** A list that comes in pages: its skeleton, its error, its empty state, its items, and a button for more. */
export function MoreList<T extends object>({
  pages,
  keyOf,
  rows = false,
  empty,
  children,
}: {
  pages: Pages<T>;
  keyOf: (item: T, index: number) => string;
  empty: ReactNode;
  /** Lines of one box, for lists that people work through. */
  rows?: boolean;
  children: (item: T) => ReactNode;
}) {
  const t = useTranslations('common');
  if (pages.items === undefined) {
    return <Awaited query={pages} />;
  }
  if (pages.items.length === 0) {
    return empty;
  }
  return (
    <>
      <ul className={rows ? styles.rows : styles.list}>
        {pages.items.map((item, index) => (
          <li key={keyOf(item, index)}>{children(item)}</li>
        ))}
      </ul>
      {pages.error !== null && (
        <ErrorState
          error={pages.error}
          // What failed is tried again: with another request the list would look fresh and still be old.
          retry={() => void (pages.isFetchNextPageError ? pages.fetchNextPage() : pages.refetch())}
        />
      )}
      {pages.hasNextPage && (
        <div className={styles.more}>
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('showMore')}
          </Button>
        </div>
      )}
    </>
  );
}
