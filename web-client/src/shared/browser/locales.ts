/** The tag in its canonical form; undefined for what is no language tag, such as `en-US@posix` or `C`. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/**
 * The languages that the browser asks for, in its order, as tags that `Intl` accepts. Some systems hand down their own
 * names of locales: of `en-US@posix` or `en_GB.UTF-8` remains what is a tag.
 */
export function localesOf(tags: readonly string[]): string[] {
  return tags.flatMap((tag) => canonical(tag) ?? canonical(tag.replace(/[@.].*$/, '').replaceAll('_', '-')) ?? []);
}

export function browserLocales(): string[] {
  const { languages, language } = navigator as Partial<Pick<Navigator, 'languages' | 'language'>>;
  return localesOf(languages ?? (language === undefined ? [] : [language]));
}

/** A number in the way of a language. */
export function formatNumber(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale, options).format(value);
}

/** The order of names in a language. */
export function compareNames(a: string, b: string, locale: string): number {
  return a.localeCompare(b, locale);
}

/** What a reader sees as the first character of a text, which may be several code points. */
export function firstCharacter(text: string): string {
  const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };
  if (Segmenter !== undefined) {
    for (const { segment } of new Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
      return segment;
    }
    return '';
  }
  return /^\P{M}?\p{M}*/u.exec(text)?.[0] ?? '';
}
