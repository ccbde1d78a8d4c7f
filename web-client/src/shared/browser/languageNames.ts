/** How readers of a locale call a language; the tag itself for what is none, or where the browser has no names. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Several words in one phrase: “one, two and three”. */
export function listed(words: readonly string[], locale: string): string {
  const { ListFormat } = Intl as { ListFormat?: typeof Intl.ListFormat };
  return ListFormat === undefined ? words.join(', ') : new ListFormat(locale).format(words);
}
