import { Copy } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { useCopy } from '@/shared/notices';
import { useTimes } from '@/shared/time';
import { Button, Dialog, DialogActions, TextField } from '@/shared/ui';
import type { ResetLink } from './administrationApi';

/** Shows a link once, to be handed to the person. */
export function ResetLinkDialog({ name, link, onClose }: { name: string; link: ResetLink; onClose: () => void }) {
  const t = useTranslations('administration');
  const times = useTimes();
  const address = new URL(link.url, window.location.origin).href;
  const copy = useCopy();
  return (
    <Dialog open onClose={onClose} title={t('linkTitle', { name })}>
      <p>{t('linkText', { name, at: times.time(link.expiresAt) })}</p>
      <TextField
        label={t('link')}
        value={address}
        readOnly
        onChange={() => undefined}
        onFocus={(event) => event.target.select()}
      />
      <DialogActions>
        <Button onClick={onClose}>{t('linkKept')}</Button>
        <Button
          look="primary"
          icon={<Copy size={20} aria-hidden />}
          onClick={() => copy(address, { done: t('linkCopied'), failed: t('linkNotCopied') })}
        >
          {t('copyLink')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
