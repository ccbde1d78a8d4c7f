import { isProblem } from '../api';
import { useTranslations } from '../i18n';
import type problems from '../i18n/en.json';

type Known = keyof (typeof problems)['problems'];

/** For how many minutes nothing need be tried again; 0 where it is a matter of seconds. */
export function minutesToWait(error: unknown): number {
  const seconds = (isProblem(error) ? error.retryAfter : undefined) ?? 60;
  return seconds < 30 ? 0 : Math.ceil(seconds / 60);
}

/** Says by code, in the person's language, why a request did not work. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('problems');
  return (error) => {
    const code = isProblem(error) ? error.code : 'internal';
    return t.has(code as Known) ? t(code as Known, { minutes: minutesToWait(error) }) : t('internal');
  };
}
