import type { Patient } from '@/shared/api';
import { compareNames } from '@/shared/browser';

/** Without case and accents, as people type when they search. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The patients whose names hold every one of the words, by name. */
export function patientsFor<Named extends Pick<Patient, 'id' | 'name'>>(
  patients: readonly Named[],
  words: string,
  locale: string,
): Named[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return patients
    .filter(({ name }) => wanted.every((word) => plain(name).includes(word)))
    .sort((a, b) => compareNames(a.name, b.name, locale) || (a.id < b.id ? -1 : 1));
}
