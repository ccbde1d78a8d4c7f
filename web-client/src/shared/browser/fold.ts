/** Without case and accents, as people type when they search. */
export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The words of a search, folded. */
export function searchWords(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}
