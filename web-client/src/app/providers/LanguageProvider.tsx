import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { IntlProvider } from 'use-intl';
import { type Language, LanguageContext, preferredLanguage } from '@/shared/i18n';
import { Button } from '@/shared/ui';
import type messages from '../messages/en';
import styles from './LanguageProvider.module.css';

type Words = typeof messages;

const KEY = 'language';
const LOADERS: Record<Language, () => Promise<{ default: Words }>> = {
  en: () => import('../messages/en'),
  es: () => import('../messages/es'),
};

/** The words of the chosen language, loaded alone; the page shows as soon as they are there. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => preferredLanguage(localStorage.getItem(KEY), navigator.languages));
  const [failed, setFailed] = useState(false);
  const [words, setWords] = useState<{ language: Language; messages: Words }>();

  useEffect(() => {
    let wanted = true;
    LOADERS[language]().then(
      (loaded) => {
        if (wanted) {
          document.documentElement.lang = language;
          setWords({ language, messages: loaded.default });
        }
      },
      () => {
        if (wanted) {
          setFailed(true);
        }
      },
    );
    return () => {
      wanted = false;
    };
  }, [language]);

  const choice = useMemo(
    () => ({
      language,
      choose: (chosen: Language) => {
        localStorage.setItem(KEY, chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );

  if (words === undefined) {
    return failed ? <Wordless /> : null;
  }
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={words.language} messages={words.messages} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
        <I18nProvider locale={words.language}>{children}</I18nProvider>
      </IntlProvider>
    </LanguageContext>
  );
}

/** Without the words of any language: those that stand here, and another try. */
function Wordless() {
  /* eslint-disable no-restricted-syntax -- these stand here because the files of words are what did not come */
  return (
    <main className={styles.wordless} role="alert">
      <p lang="en">Health Connect could not be loaded. Check your connection.</p>
      <p lang="es">No se pudo cargar Health Connect. Compruebe su conexión.</p>
      <Button look="primary" onClick={() => window.location.reload()}>
        <span lang="en">Load again</span> · <span lang="es">Volver a cargar</span>
      </Button>
    </main>
  );
  /* eslint-enable no-restricted-syntax */
}
