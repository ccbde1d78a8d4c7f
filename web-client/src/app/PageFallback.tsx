import { RefreshCw, WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useOffline } from '@/shared/browser';
import { useTranslations } from '@/shared/i18n';
import { loading } from '@/shared/lazy';
import { Button, EmptyState, SkeletonList } from '@/shared/ui';

/** Replaces a page whose code is not loaded yet. The page opens by itself as soon as the code can be loaded. */
export function PageFallback() {
  const t = useTranslations('app');
  const tCommon = useTranslations('common');
  const offline = useOffline();
  const failing = useSyncExternalStore(loading.subscribe, () => loading.failing);
  if (!failing) {
    return <SkeletonList />;
  }
  return (
    <div role="status">
      {offline ? (
        <EmptyState icon={<WifiOff />} title={t('pageOfflineTitle')}>
          {t('pageOffline')}
        </EmptyState>
      ) : (
        <EmptyState
          icon={<RefreshCw />}
          title={t('pageMissingTitle')}
          action={
            <Button look="primary" onClick={() => window.location.reload()}>
              {tCommon('loadAgain')}
            </Button>
          }
        >
          {t('pageMissing')}
        </EmptyState>
      )}
    </div>
  );
}
