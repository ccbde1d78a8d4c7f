import { useState } from 'react';
import { type Language, LANGUAGES, useLanguage, useTranslations } from '../i18n';
import { chooseTheme, chosenTheme, type Theme } from '../theme';
import { Select } from './Field';

const THEMES = ['system', 'light', 'dark'] as const;

/** Language and look, which belong to this device and not to the account. */
export default function Preferences({ className }: { className?: string }) {
  const t = useTranslations('preferences');
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <div className={className}>
      <Select
        label={t('language')}
        value={language}
        onChange={(chosen) => choose(chosen as Language)}
        options={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
      />
      <Select
        label={t('theme')}
        value={theme}
        onChange={(chosen) => {
          setTheme(chosen as Theme);
          chooseTheme(chosen as Theme);
        }}
        options={THEMES.map((value) => ({ value, label: t(value) }))}
      />
    </div>
  );
}
