import type account from '@/features/account/i18n/en.json';
import type administration from '@/features/administration/i18n/en.json';
import type calls from '@/features/calls/i18n/en.json';
import type chat from '@/features/chat/i18n/en.json';
import type doctors from '@/features/doctors/i18n/en.json';
import type landing from '@/features/landing/i18n/en.json';
import type notices from '@/features/notices/i18n/en.json';
import type practice from '@/features/practice/i18n/en.json';
import type profile from '@/features/profile/i18n/en.json';
import type appointments from '@/features/appointments/i18n/en.json';
import type { Language } from '@/shared/i18n';
import type shared from '@/shared/i18n/en.json';
import type app from './en.json';

// Keys of words are checked against English; a test holds the other languages to the same keys.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: typeof shared & {
      app: typeof app;
      account: typeof account;
      administration: typeof administration;
      calls: typeof calls;
      chat: typeof chat;
      doctors: typeof doctors;
      landing: typeof landing;
      notices: typeof notices;
      practice: typeof practice;
      profile: typeof profile;
      appointments: typeof appointments;
    };
  }
}
