import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Button, EmptyState, useTitle } from '@/shared/ui';

/** Stands in for what stopped working. `resetKey` gives it another try, for instance on the next page. */
export class Crash extends Component<{ children: ReactNode; resetKey?: string }, { failedAt: string | undefined; failed: boolean }> {
  override state = { failed: false, failedAt: undefined as string | undefined };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: { resetKey?: string }, state: { failed: boolean; failedAt: string | undefined }) {
    if (state.failed && state.failedAt !== undefined && state.failedAt !== props.resetKey) {
      return { failed: false, failedAt: undefined };
    }
    return { failedAt: state.failed ? (state.failedAt ?? props.resetKey) : undefined };
  }

  override render() {
    return this.state.failed ? <CrashPage /> : this.props.children;
  }
}

function CrashPage() {
  const t = useTranslations('app');
  useTitle(t('crashTitle'));
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert />}
        title={t('crashTitle')}
        action={
          <Button look="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        }
      >
        {t('crash')}
      </EmptyState>
    </div>
  );
}
