import { useEffect } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';

/** In place of a call whose code is still on its way. */
export function CallIsComing() {
  const t = useTranslations('common');
  const { notify } = useNotices();
  useEffect(() => notify({ kind: 'info', text: t('callIsComing'), stays: true }), [notify, t]);
  return null;
}

/** In place of calls that do not work; all else goes on. */
export function CallsAreAway() {
  const t = useTranslations('common');
  const { notify } = useNotices();
  useEffect(
    () => notify({ kind: 'problem', text: t('callsAreAway'), action: { label: t('loadAgain'), run: () => window.location.reload() } }),
    [notify, t],
  );
  return null;
}
