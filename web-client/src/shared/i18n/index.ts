export { useLocale, useTranslations } from 'use-intl';
export { LANGUAGES, LanguageContext, preferredLanguage, regionalLocale, useLanguage, type Language } from './LanguageContext';
