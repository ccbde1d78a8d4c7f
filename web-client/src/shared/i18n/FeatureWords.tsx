import { type ReactNode, use, useMemo } from 'react';
import { IntlProvider, useMessages, useTimeZone } from 'use-intl';
import { useLanguage } from './LanguageContext';
import { type Feature, loadFeatureWords } from './words';

/** The words of a feature, in the language of the page, for what is within. Suspends until they are there. */
export function FeatureWords({ of, children }: { of: Feature; children: ReactNode }) {
  const { language } = useLanguage();
  const words = use(loadFeatureWords(language, of));
  const others = useMessages();
  const timeZone = useTimeZone();
  const messages = useMemo(() => ({ ...others, [of]: words }), [others, of, words]);
  return (
    <IntlProvider locale={language} messages={messages} {...(timeZone === undefined ? {} : { timeZone })}>
      {children}
    </IntlProvider>
  );
}
