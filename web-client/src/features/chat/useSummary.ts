import { useCallback } from 'react';
import { useTranslations } from '@/shared/i18n';
import type { Message } from './model/ports';
import { withoutQuotes } from './quotes';

/** A message in one line: the sender's own words, or what was sent without any. */
export function useSummary(): (message: Pick<Message, 'text' | 'document'>) => string {
  const t = useTranslations('chat');
  return useCallback(
    ({ text, document }) => (text === null ? (document?.name ?? t('photo')) : withoutQuotes(text)),
    [t],
  );
}
