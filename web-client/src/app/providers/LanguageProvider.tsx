import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { browserLocales, deviceStorage } from '@/shared/browser';
import { type Language, LanguageContext, loadFirstWords, preferredLanguage, type Words } from '@/shared/i18n';
import { OWN_ZONE } from '@/shared/time';
import { Button } from '@/shared/ui';
import styles from './LanguageProvider.module.css';

const KEY = 'language';

/**
 * The words of the chosen language that every page needs; no other language is loaded. A feature's words come with
 * it.
 */
export function LanguageProvider({
  children,
  alongside,
}: {
  children: ReactNode;
  /** Begins to load what else will be needed in a language. */
  alongside: (language: Language) => void;
}) {
  const [language, setLanguage] = useState(() => preferredLanguage(deviceStorage.get(KEY), browserLocales()));
  const [failed, setFailed] = useState(false);
  const [words, setWords] = useState<{ language: Language; messages: Words }>();

  const begin = useEffectEvent(alongside);
  useEffect(() => {
    let wanted = true;
    begin(language);
    loadFirstWords(language).then(
      (loaded) => {
        if (wanted) {
          document.documentElement.lang = language;
          setWords({ language, messages: loaded });
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
      language: words?.language ?? language,
      choose: (chosen: Language) => {
        deviceStorage.set(KEY, chosen);
        setLanguage(chosen);
      },
    }),
    [language, words],
  );

  if (words === undefined) {
    return failed ? <Wordless /> : null;
  }
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={words.language} messages={words.messages} timeZone={OWN_ZONE}>
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

/** When no language can be loaded: these words, and a retry. */
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
