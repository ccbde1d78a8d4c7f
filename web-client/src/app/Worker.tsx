import { useEffect, useEffectEvent } from 'react';
import { installWorker } from '@/shared/browser';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useResync } from '@/shared/socket';

const ASK_MS = 3_600_000;

/** Has the files of the client kept on this device, and offers a newer release of them as soon as there is one. */
export default function Worker() {
  const t = useTranslations('app');
  const { notify } = useNotices();
  const offer = useEffectEvent(() =>
    notify({
      kind: 'info',
      text: t('newRelease'),
      action: { label: t('reload'), run: () => window.location.reload() },
      stays: true,
    }),
  );

  useEffect(() => {
    if (!('serviceWorker' in navigator)) {
      return undefined;
    }
    const worker = navigator.serviceWorker;
    // The first worker that takes over is the one of this page.
    let known = worker.controller !== null;
    const changed = () => {
      if (known) {
        offer();
      }
      known = true;
    };
    worker.addEventListener('controllerchange', changed);
    // Without one, pages are loaded from the server as before.
    installWorker().catch(() => undefined);
    const timer = setInterval(lookForNewer, ASK_MS);
    document.addEventListener('visibilitychange', lookForNewer);
    return () => {
      worker.removeEventListener('controllerchange', changed);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookForNewer);
    };
  }, []);
  // The server has been away: it may have been replaced.
  useResync(lookForNewer);
  return null;
}

function lookForNewer(): void {
  if ('serviceWorker' in navigator && document.visibilityState === 'visible') {
    navigator.serviceWorker
      .getRegistration()
      .then((registration) => registration?.update())
      .catch(() => undefined);
  }
}
