import { BellRing } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { usePush } from '@/shared/push';
import { Button } from '@/shared/ui';

/** Offers reminders on this device, where the site and the browser can show them. */
export function RemindHere() {
  const t = useTranslations('appointments');
  const { state, busy, error, turn } = usePush();
  if (error !== null) {
    return <p role="alert">{t('remindFailed')}</p>;
  }
  return state === 'off' ? (
    <Button icon={<BellRing size={20} aria-hidden />} busy={busy} onClick={() => turn(true)}>
      {t('remindHere')}
    </Button>
  ) : state === 'on' || state === 'denied' ? (
    <p role="status">{t(state === 'on' ? 'remindedHere' : 'remindDenied')}</p>
  ) : null;
}
