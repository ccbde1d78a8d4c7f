import { BellRing } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { usePush } from '@/shared/push';
import { Button, Card } from '@/shared/ui';

/** Offers reminders on this device, where the site and the browser can show them. */
export function RemindHere() {
  const t = useTranslations('appointments');
  const { state, busy, error, turn } = usePush();
  if (state === undefined || state === 'unavailable' || state === 'unsupported') {
    return null;
  }
  return (
    <Card stack>
      {state === 'off' && (
        <>
          <p>{t('remindHereLead')}</p>
          <div>
            <Button icon={<BellRing size={20} aria-hidden />} busy={busy} onClick={() => turn(true)}>
              {t('remindHere')}
            </Button>
          </div>
        </>
      )}
      {state !== 'off' && <p role="status">{t(state === 'on' ? 'remindedHere' : 'remindDenied')}</p>}
      {error !== null && <p role="alert">{t('remindFailed')}</p>}
    </Card>
  );
}
