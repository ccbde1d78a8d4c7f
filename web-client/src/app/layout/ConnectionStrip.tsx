import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useSocketState } from '@/shared/socket';
import styles from './Shell.module.css';

function useOffline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => !navigator.onLine,
  );
}

/** Says when what is shown may be out of date. */
export function ConnectionStrip() {
  const t = useTranslations('app');
  const offline = useOffline();
  const socket = useSocketState();
  const text = offline ? t('offline') : socket === 'reconnecting' ? t('reconnecting') : null;
  return (
    <div role="status">
      {text !== null && (
        <div className={styles.strip}>
          <WifiOff size={16} aria-hidden />
          {text}
        </div>
      )}
    </div>
  );
}
