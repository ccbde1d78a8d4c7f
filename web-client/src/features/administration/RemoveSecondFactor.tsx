import { useMutation } from '@tanstack/react-query';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { type DetailedAccount, useRemoveSecondFactor } from './administrationApi';
import { Confirm } from './Confirm';

/**
 * Asks before the second factor of somebody who has lost it is removed.
 * @param onEnd is called once it is removed, or could not be
 */
export function RemoveSecondFactor({
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
  const { notify } = useNotices();
  const remove = useMutation({
    mutationFn: useRemoveSecondFactor(account.id),
    onSuccess: () => notify({ kind: 'done', text: t('factorRemoved', { name: account.name }) }),
    onError,
    onSettled: onEnd,
  });
  return (
    <Confirm
      title={t('factorRemoveTitle', { name: account.name })}
      action={t('factorRemove')}
      busy={remove.isPending}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
    >
      {t('factorRemoveText')}
    </Confirm>
  );
}
