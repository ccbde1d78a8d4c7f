import { createContext, useContext } from 'react';
import { type Language, LANGUAGES } from './languages';

export interface LanguageChoice {
  language: Language;
  choose: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageChoice | null>(null);

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === null) {
    throw new Error('useLanguage needs the app around it');
  }
  return choice;
}

function languageOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

/** How the person's region writes dates and numbers, when it speaks the language; else how the language does. */
export function regionalLocale(language: Language, browser: readonly string[]): string {
  return browser.find((tag) => languageOf(tag) === language) ?? language;
}

/** The chosen language, else the first of the browser's that there is, else English. */
export function preferredLanguage(chosen: string | null, browser: readonly string[]): Language {
  const wanted = [chosen, ...browser].map((tag) => (tag === null ? undefined : languageOf(tag)));
  return wanted.find((tag): tag is Language => tag !== undefined && Object.hasOwn(LANGUAGES, tag)) ?? 'en';
}
