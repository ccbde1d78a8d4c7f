import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Boundary, Button, EmptyState, useTitle } from '@/shared/ui';

/** Replaces what stopped working. A new `resetKey` tries again, for instance on the next page. */
export function Crash({ children, resetKey }: { children: ReactNode; resetKey?: string }) {
  return (
    <Boundary fallback={<CrashPage />} {...(resetKey !== undefined && { resetKey })}>
      {children}
    </Boundary>
  );
}

function CrashPage() {
  const t = useTranslations('app');
  const tCommon = useTranslations('common');
  useTitle(t('crashTitle'));
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert />}
        title={t('crashTitle')}
        action={
          <Button look="primary" onClick={() => window.location.reload()}>
            {tCommon('loadAgain')}
          </Button>
        }
      >
        {t('crash')}
      </EmptyState>
    </div>
  );
}
