import { RefreshCw } from 'lucide-react';
import { useOffline } from '../browser';
import { useTranslations } from '../i18n';
import { Button, EmptyState, OfflineState, SkeletonList } from '../ui';
import { useLoadingFails } from './load';

/** Replaces what has no code yet. It opens by itself as soon as the code can be loaded. */
export function PageFallback() {
  const t = useTranslations('common');
  const offline = useOffline();
  const fails = useLoadingFails();
  if (!fails) {
    return <SkeletonList />;
  }
  if (offline) {
    return <OfflineState />;
  }
  return (
    <div role="status">
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
    </div>
  );
}
