import type { Language } from '@/shared/i18n';
import type messages from './en';

// Keys of words are checked against English; a test holds the other languages to the same keys.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: typeof messages;
  }
}
