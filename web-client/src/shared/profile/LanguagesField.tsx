import { useEffect, useRef } from 'react';
import { useTranslations } from '../i18n';
import { useSpokenLanguages } from '../spoken';
import { Checkbox, FieldError } from '../ui';
import styles from './LanguagesField.module.css';

const MOST = 10;

/** The languages that a doctor speaks, in the order in which they are chosen. */
export function LanguagesField({
  id,
  chosen,
  onChange,
  error,
}: {
  /** Of what opens the choice. */
  id: string;
  chosen: readonly string[];
  onChange: (languages: string[]) => void;
  error: string | undefined;
}) {
  const t = useTranslations('spoken');
  const { options, phrase } = useSpokenLanguages();
  const choice = useRef<HTMLDetailsElement>(null);
  // Only when the error comes: whoever closes the choice afterwards wants it closed.
  useEffect(() => {
    if (error !== undefined && choice.current !== null) {
      choice.current.open = true;
    }
  }, [error]);
  return (
    <details className={styles.languages} ref={choice}>
      <summary id={id} aria-describedby={error === undefined ? undefined : `${id}-error`}>
        {chosen.length === 0 ? t('none') : t('chosen', { languages: phrase(chosen) })}
      </summary>
      <FieldError id={id} error={error} />
      <fieldset>
        <legend>{t('lead', { max: MOST })}</legend>
        <div className={styles.list}>
          {options(chosen).map(({ value, label }) => (
            <Checkbox
              key={value}
              label={label}
              checked={chosen.includes(value)}
              disabled={chosen.length >= MOST && !chosen.includes(value)}
              onChange={(checked) =>
                onChange(checked ? [...chosen, value] : chosen.filter((language) => language !== value))
              }
            />
          ))}
        </div>
      </fieldset>
    </details>
  );
}
