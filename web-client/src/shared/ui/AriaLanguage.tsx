import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useLanguage } from '../i18n';

/** Makes React Aria speak the language of the page. It stands around each use, so that pages without one do not load it. */
export function AriaLanguage({ children }: { children: ReactNode }) {
  return <I18nProvider locale={useLanguage().language}>{children}</I18nProvider>;
}
