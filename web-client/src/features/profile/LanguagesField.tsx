import { useTranslations } from '@/shared/i18n';
import { useSpokenLanguages } from '@/shared/spoken';
import { Checkbox } from '@/shared/ui';
import styles from './Profile.module.css';

const MOST = 10;

/** The languages that a doctor speaks, in the order in which they are chosen. */
export function LanguagesField({
  chosen,
  onChange,
  error,
}: {
  chosen: readonly string[];
  onChange: (languages: string[]) => void;
  error: string | undefined;
}) {
  const t = useTranslations('profile');
  const { options, phrase } = useSpokenLanguages();
  return (
    <details className={styles.languages}>
      <summary id="profile-languages">
        {chosen.length === 0 ? t('languagesNone') : t('languagesChosen', { languages: phrase(chosen) })}
      </summary>
      <fieldset>
        <legend>{t('languagesLead', { max: MOST })}</legend>
        <div className={styles.languageList}>
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
