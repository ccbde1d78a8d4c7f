import { type ReactNode, useMemo } from 'react';
import { IntlProvider, useMessages, useTimeZone } from 'use-intl';
import { useLocale } from '@/shared/i18n';
import en from './i18n/en.json';
import es from './i18n/es.json';

const WORDS = { en, es };

/** The words of calls, which come with their code and not with the first page. */
export function CallWords({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const others = useMessages();
  const timeZone = useTimeZone();
  const messages = useMemo(() => ({ ...others, calls: WORDS[locale] }), [others, locale]);
  return (
    <IntlProvider locale={locale} messages={messages} {...(timeZone === undefined ? {} : { timeZone })}>
      {children}
    </IntlProvider>
  );
}
