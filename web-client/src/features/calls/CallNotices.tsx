import { useEffect } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useLoadingFails } from '@/shared/lazy';
import { useNotices } from '@/shared/notices';

/** Replaces calls while their code is being loaded: says that a call is prepared, or that none can be made yet. */
export function CallsLoadingNotice({ wanted }: { wanted: boolean }) {
  const fails = useLoadingFails();
  return fails ? <CallsUnavailableNotice /> : wanted && <CallLoadingNotice />;
}

function CallLoadingNotice() {
  const t = useTranslations('common');
  const { notify } = useNotices();
  useEffect(() => notify({ kind: 'info', text: t('callIsComing'), stays: true }), [notify, t]);
  return null;
}

/** Replaces calls when they do not work; everything else continues. */
export function CallsUnavailableNotice() {
  const t = useTranslations('common');
  const { notify } = useNotices();
  useEffect(
    () =>
      notify({
        kind: 'problem',
        text: t('callsAreAway'),
        action: { label: t('loadAgain'), run: () => window.location.reload() },
      }),
    [notify, t],
  );
  return null;
}
