import { useTranslations } from '../i18n';
import { useSpokenLanguages } from '../spoken';
import { Checkbox } from '../ui';
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
  return (
    <details className={styles.languages}>
      <summary id={id}>{chosen.length === 0 ? t('none') : t('chosen', { languages: phrase(chosen) })}</summary>
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
      {error !== undefined && <p className={styles.wrong}>{error}</p>}
    </details>
  );
}
