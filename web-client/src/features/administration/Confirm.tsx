import type { ReactNode } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Button, Dialog, DialogActions } from '@/shared/ui';

/** Asks before something is done that people would miss. */
export function Confirm({
  title,
  action,
  busy,
  onClose,
  onConfirm,
  children,
}: {
  title: string;
  action: string;
  busy: boolean;
  onClose: () => void;
  onConfirm: () => void;
  children: ReactNode;
}) {
  const t = useTranslations('common');
  return (
    <Dialog open onClose={onClose} title={title}>
      <p>{children}</p>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="harm" busy={busy} onClick={onConfirm}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
