import { useMutation } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, Dialog, DialogActions, TextArea } from '@/shared/ui';
import styles from './Administration.module.css';
import { type DetailedAccount, rejection, useReject } from './administrationApi';

/**
 * Asks before a doctor is turned down, and for a reason that the doctor can read.
 * @param onEnd is called once that is done, or could not be
 */
export function RejectDoctor({
  account,
  onClose,
  onError,
  onEnd,
}: {
  account: DetailedAccount;
  onClose: () => void;
  onError: (error: Error) => void;
  onEnd: () => void;
}) {
  const t = useTranslations('administration');
  const common = useTranslations('common');
  const { notify } = useNotices();
  const form = useForm(`reject ${account.id}`, { reason: '' });
  const reject = useMutation({
    mutationFn: useReject(account.id),
    onSuccess: () => {
      form.discard();
      notify({ kind: 'done', text: t('done_reject', { name: account.name }) });
    },
    onError,
    onSettled: onEnd,
  });
  const how = rejection(account);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    reject.mutate(form.values.reason.trim());
  };
  return (
    <Dialog open onClose={onClose} title={t(`${how}Title`, { name: account.name })}>
      <form className={styles.stack} onSubmit={send} noValidate>
        <p>{t('rejectText')}</p>
        <TextArea
          id="reject-reason"
          label={t('rejectReason')}
          hint={t('rejectReasonHint')}
          optional
          maxLength={500}
          value={form.values.reason}
          onChange={(value) => form.set('reason', value)}
        />
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" look="harm" busy={reject.isPending}>
            {t(how)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
