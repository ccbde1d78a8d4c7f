import { RefreshCw, WifiOff } from 'lucide-react';
import { useOffline } from '../browser';
import { useTranslations } from '../i18n';
import { Button, EmptyState, SkeletonList } from '../ui';
import { useLoadingFails } from './load';

/** Replaces what has no code yet. It opens by itself as soon as the code can be loaded. */
export function PageFallback() {
  const t = useTranslations('common');
  const offline = useOffline();
  const fails = useLoadingFails();
  if (!fails) {
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
              {t('loadAgain')}
            </Button>
          }
        >
          {t('pageMissing')}
        </EmptyState>
      )}
    </div>
  );
}
