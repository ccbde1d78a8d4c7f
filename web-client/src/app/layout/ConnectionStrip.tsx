import { MonitorSmartphone, WifiOff } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useOffline } from '@/shared/browser';
import { useTranslations } from '@/shared/i18n';
import { useSocket, useSocketState } from '@/shared/socket';
import { Button } from '@/shared/ui';
import styles from './Shell.module.css';

/** Says when what is shown may be out of date, below what else stands above every page. */
export function ConnectionStrip({ above }: { above: ReactNode }) {
  const t = useTranslations('app');
  const offline = useOffline();
  const socket = useSocket();
  const state = useSocketState();
  const replaced = !offline && state === 'replaced';
  const text = offline ? t('offline') : replaced ? t('replaced') : state === 'reconnecting' ? t('reconnecting') : null;
  const box = useRef<HTMLDivElement>(null);

  // Pages that fill the window end higher by this much.
  useEffect(() => {
    const { style } = document.documentElement;
    const element = box.current;
    if (element === null) {
      return undefined;
    }
    const observer = new ResizeObserver(() => style.setProperty('--strip', `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--strip');
    };
  }, []);

  return (
    <div ref={box}>
      {above}
      <div role="status">
        {text !== null && (
          <div className={styles.strip}>
            {replaced ? <MonitorSmartphone size={16} aria-hidden /> : <WifiOff size={16} aria-hidden />}
            {text}
            {replaced && (
              <Button look="quiet" onClick={() => socket.reconnect()}>
                {t('replacedReconnect')}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
