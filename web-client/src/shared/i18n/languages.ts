/**
 * The languages of the product, by their own names. This line and a file of words beside each `en.json` are all that a
 * language needs: the files are found by their names, and a test holds them to the keys of English.
 */
export const LANGUAGES = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof LANGUAGES;
