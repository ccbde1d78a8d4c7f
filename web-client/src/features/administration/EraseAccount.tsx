import { useMutation } from '@tanstack/react-query';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useNavigate } from '@/shared/router';
import { useProblemText } from '@/shared/ui';
import { type DetailedAccount, useErase } from './administrationApi';
import { Confirm } from './Confirm';

/** Asks before an account is deleted for good. */
export function EraseAccount({ account, onClose }: { account: DetailedAccount; onClose: () => void }) {
  const t = useTranslations('administration');
  const text = useProblemText();
  const { notify } = useNotices();
  const navigate = useNavigate();
  const erase = useMutation({
    mutationFn: useErase(account.id),
    onSuccess: () => {
      // It is about a page that goes away.
      notify({ kind: 'done', text: t('erased', { name: account.name }), stays: true });
      navigate('/people', { replace: true });
    },
    onError: (error) => {
      onClose();
      notify({ kind: 'problem', text: text(error) });
    },
  });
  return (
    <Confirm
      title={t('eraseTitle', { name: account.name })}
      action={t('eraseNow')}
      busy={erase.isPending}
      onClose={onClose}
      onConfirm={() => erase.mutate()}
    >
      {t('eraseText')}
    </Confirm>
  );
}
