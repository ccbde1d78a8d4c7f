import { compareNames, fold } from '@/shared/browser';
import { useLanguage, useLocale, useTranslations } from '@/shared/i18n';

/** The usual specialties, by their English names. A doctor may write any other. */
const CODES = [
  'allergology',
  'cardiology',
  'dentistry',
  'dermatology',
  'endocrinology',
  'family_medicine',
  'gastroenterology',
  'general_practice',
  'geriatrics',
  'gynecology',
  'internal_medicine',
  'nephrology',
  'neurology',
  'nutrition',
  'obstetrics_and_gynecology',
  'oncology',
  'ophthalmology',
  'orthopedics',
  'otolaryngology',
  'pediatrics',
  'physiotherapy',
  'psychiatry',
  'psychology',
  'pulmonology',
  'rheumatology',
  'urology',
] as const;

type Code = (typeof CODES)[number];

/** The code of a name in English, of either spelling. */
function codeOf(english: string): Code | undefined {
  const code = fold(english)
    .trim()
    .replaceAll(/[^\p{L}]+/gu, '_')
    .replaceAll('ae', 'e');
  return CODES.find((each) => each === code);
}

/** The specialties in the reader's language. They are stored in English, so that all doctors of one are found together. */
export function useSpecialties() {
  const t = useTranslations('specialties');
  const { language } = useLanguage();
  const locale = useLocale();
  return {
    /** What a doctor wrote, as the reader calls it; as it was written if it is none of these. */
    nameOf: (stored: string): string => {
      const code = language === 'en' ? undefined : codeOf(stored);
      return code === undefined ? stored : t(code);
    },
    /** What the reader typed, as it is stored. */
    toStore: (typed: string): string => {
      const code = CODES.find((each) => fold(t(each)) === fold(typed.trim()));
      return code === undefined || language === 'en' ? typed : inEnglish(code);
    },
    names: CODES.map((code) => t(code)).toSorted((one, other) => compareNames(one, other, locale)),
  };
}

function inEnglish(code: Code): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
