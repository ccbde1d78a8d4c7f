import { useEffect } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';

/** Replaces a call whose code is still being loaded. */
export function CallLoadingNotice() {
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
