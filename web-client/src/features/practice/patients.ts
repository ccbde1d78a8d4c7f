import type { Patient } from '@/shared/api';
import { compareNames, fold, searchWords } from '@/shared/browser';

/** The patients whose names hold every one of the words, by name. */
export function patientsFor<Named extends Pick<Patient, 'id' | 'name'>>(
  patients: readonly Named[],
  words: string,
  locale: string,
): Named[] {
  const wanted = searchWords(words);
  return patients
    .filter(({ name }) => wanted.every((word) => fold(name).includes(word)))
    .sort((a, b) => compareNames(a.name, b.name, locale) || (a.id < b.id ? -1 : 1));
}
