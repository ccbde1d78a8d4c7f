import { useTranslations } from '@/shared/i18n';
import { usePush } from '@/shared/push';
import { Button, Card } from '@/shared/ui';
import styles from './Notices.module.css';

const SAID = { unavailable: 'pushUnavailable', unsupported: 'pushUnsupported', denied: 'pushDenied' } as const;

/** Whether notices come to this device. The browser asks the person, after a press only. */
export function ThisDevice() {
  const t = useTranslations('notices');
  const { state, busy, error, turn } = usePush();
  const on = state === 'on';
  return (
    <Card stack>
      <h2>{t('push')}</h2>
      {state !== 'unavailable' && <p>{t('pushLead')}</p>}
      {(state === 'on' || state === 'off') && (
        <>
          <p role="status">{t(on ? 'pushOn' : 'pushOff')}</p>
          <div>
            <Button look={on ? 'secondary' : 'primary'} busy={busy} onClick={() => turn(!on)}>
              {t(on ? 'pushTurnOff' : 'pushTurnOn')}
            </Button>
          </div>
        </>
      )}
      {state !== undefined && state in SAID && (
        <p className={styles.quiet} role="status">
          {t(SAID[state as keyof typeof SAID])}
        </p>
      )}
      {error !== null && <p role="alert">{t('pushFailed')}</p>}
    </Card>
  );
}
