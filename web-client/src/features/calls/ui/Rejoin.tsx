import { useTranslations } from '@/shared/i18n';
import { Button, Dialog, DialogActions } from '@/shared/ui';
import type { KeptCall } from '../machine/ports';

interface Props {
  call: KeptCall;
  rejoin: (video: boolean) => void;
  leave: () => void;
}

/** After a reload in a call. */
export function Rejoin({ call, rejoin, leave }: Props) {
  const t = useTranslations('calls');
  return (
    <Dialog open onClose={leave} role="alertdialog" title={t('rejoinTitle', { name: call.peer.name })}>
      <p>{t('rejoinText')}</p>
      <DialogActions>
        <Button look="harm-quiet" onClick={leave}>
          {t('leave')}
        </Button>
        <Button onClick={() => rejoin(false)}>{t('rejoinAudio')}</Button>
        <Button look="primary" onClick={() => rejoin(true)}>
          {t('rejoin')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
