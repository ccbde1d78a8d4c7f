export { useLocale, useTranslations } from 'use-intl';
export { LANGUAGES, LanguageContext, preferredLanguage, useLanguage, type Language } from './LanguageContext';
