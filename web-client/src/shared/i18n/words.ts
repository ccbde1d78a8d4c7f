import type { Messages as Words } from 'use-intl';
import { loadPersistently } from '../lazy/load';
import type { Language } from './languages';

export type { Words };
/** A feature, by the name of its folder, under which its words stand. */
export type Feature = keyof Words;

type Messages = Record<string, unknown>;

const files: Record<string, () => Promise<Messages>> = {
  ...import.meta.glob<Messages>('../../features/*/i18n/*.json', { import: 'default' }),
  ...import.meta.glob<Messages>('../../app/i18n/*.json', { import: 'default' }),
  ...import.meta.glob<Messages>('./*.json', { import: 'default' }),
};

async function load(path: string): Promise<Messages> {
  const file = files[path];
  if (file === undefined) {
    throw new Error(`there are no words in ${path}`);
  }
  return file();
}

/** What every page needs, in one language. */
export async function loadFirstWords(language: Language): Promise<Words> {
  const [shared, app] = await Promise.all([load(`./${language}.json`), load(`../../app/i18n/${language}.json`)]);
  return { ...shared, app } as unknown as Words;
}

const ofFeature = new Map<string, Promise<Messages>>();

/** The words of a feature in one language. The same promise each time; it is kept until the words have come. */
export function loadFeatureWords(language: Language, feature: Feature): Promise<Messages> {
  const path = `../../features/${feature}/i18n/${language}.json`;
  let words = ofFeature.get(path);
  if (words === undefined) {
    words = loadPersistently(
      () => load(path),
      () => true,
    ).then((loaded) => loaded ?? {});
    ofFeature.set(path, words);
  }
  return words;
}
