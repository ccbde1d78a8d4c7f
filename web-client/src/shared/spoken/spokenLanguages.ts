import { compareNames, languageName, listed } from '@/shared/browser';
import { useLocale } from '@/shared/i18n';

/** The languages that are offered to choose from, by their tags; a doctor may have others. */
const OFFERED =
  'ar bg bn ca cs da de el en es et eu fa fi fil fr gl gu he hi hr hu id it ja ko lt lv ms nl no pa pl pt ro ru sk sl sr sv sw ta te th tr uk ur vi zh';

/** The names of languages as the reader calls them. */
export function useSpokenLanguages() {
  const locale = useLocale();
  const name = (tag: string) => languageName(tag, locale);
  return {
    name,
    /** Several names in one phrase: “English and Spanish”. */
    phrase: (tags: readonly string[]) =>
      listed(
        tags.map((tag) => name(tag)),
        locale,
      ),
    /** Those to choose from and those that are chosen already, in the order of their names. */
    options: (chosen: readonly string[]) =>
      [...new Set([...OFFERED.split(' '), ...chosen])]
        .map((value) => ({ value, label: name(value) }))
        .toSorted((one, other) => compareNames(one.label, other.label, locale)),
  };
}
