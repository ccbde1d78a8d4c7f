import { isProblem } from '../api';
import { useTranslations } from '../i18n';
import type problems from '../i18n/en.json';

type Known = keyof (typeof problems)['problems'];

/** Says by code, in the person's language, why a request did not work. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('problems');
  return (error) => {
    const code = isProblem(error) ? error.code : 'internal';
    return t.has(code as Known) ? t(code as Known) : t('internal');
  };
}
