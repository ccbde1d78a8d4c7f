import { CircleAlert, WifiOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { isProblem } from '../api';
import { useTranslations } from '../i18n';
import { Button } from './Button';
import { cx } from './cx';
import { useProblemText } from './problemText';
import styles from './States.module.css';
import { VisuallyHidden } from './VisuallyHidden';

/** A line that is still to come. */
function Skeleton({ width }: { width?: 'short' | 'middling' }) {
  return <div className={cx(styles.skeleton, width !== undefined && styles[width])} aria-hidden />;
}

/** A list that is still to come. */
export function SkeletonList({ count = 3 }: { count?: number | undefined }) {
  const t = useTranslations('common');
  return (
    <div className={styles.skeletons} role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.skeletonCard}>
          <Skeleton width="middling" />
          <Skeleton />
          <Skeleton width="short" />
        </div>
      ))}
    </div>
  );
}

/** Nothing there yet, and what to do about it. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.state}>
      <div className={styles.stateIcon} aria-hidden>
        {icon}
      </div>
      <h2>{title}</h2>
      {children !== undefined && <p className={styles.detail}>{children}</p>}
      {action}
    </div>
  );
}

/** What could not be loaded, in words, with another try. */
export function ErrorState({
  error,
  retry,
  busy = false,
}: {
  error: unknown;
  retry?: () => void;
  /** It is being tried. */
  busy?: boolean;
}) {
  const t = useTranslations('common');
  const text = useProblemText();
  const offline = isProblem(error, 'offline');
  return (
    <div className={styles.state} role="alert">
      <div className={cx(styles.stateIcon, styles.problemIcon)} aria-hidden>
        {offline ? <WifiOff /> : <CircleAlert />}
      </div>
      <h2>{t(offline ? 'offlineTitle' : 'errorTitle')}</h2>
      <p className={styles.detail}>{text(error)}</p>
      {retry !== undefined && (
        <Button busy={busy} onClick={retry}>
          {t('tryAgain')}
        </Button>
      )}
      {isProblem(error) && error.requestId !== '' && (
        <p className={styles.reference}>{t('reference', { id: error.requestId })}</p>
      )}
    </div>
  );
}

/** In place of a page that waits for the network, and then comes by itself. */
export function OfflineState() {
  const t = useTranslations('common');
  return (
    <div role="status">
      <EmptyState icon={<WifiOff />} title={t('pageOfflineTitle')}>
        {t('pageOffline')}
      </EmptyState>
    </div>
  );
}

export interface AwaitedQuery {
  error: unknown;
  errorUpdateCount: number;
  isFetching: boolean;
  isPaused: boolean;
  refetch: () => Promise<unknown>;
}

/**
 * In place of what a query has not brought yet: that it is still to come, or why it does not. The reason stays while it is tried
 * again, by the person or by itself.
 */
export function Awaited({ query, count }: { query: AwaitedQuery; count?: number }) {
  const [last, setLast] = useState(query.error);
  if (query.error !== null && query.error !== last) {
    setLast(query.error);
  }
  if (query.isPaused) {
    return <OfflineState />;
  }
  const error = query.error ?? (query.errorUpdateCount > 0 ? last : null);
  return error === null ? (
    <SkeletonList count={count} />
  ) : (
    <ErrorState error={error} busy={query.isFetching} retry={() => void query.refetch()} />
  );
}
