export { useLocale, useTranslations } from 'use-intl';
export { LanguageContext, preferredLanguage, regionalLocale, useLanguage } from './LanguageContext';
export { LANGUAGES, type Language } from './languages';
export { FeatureWords } from './FeatureWords';
export { loadFeatureWords, loadFirstWords, type Feature, type Words } from './words';
