import type { FieldWords } from '../ui';

const MAX_YEARS = 80;

/** What is wrong with years of experience as they were typed; the rule is the server's. */
export function experienceProblem(text: string): FieldWords | undefined {
  const years = text.trim();
  return /^\d{1,2}$/.test(years) && Number(years) <= MAX_YEARS ? undefined : { kind: 'years', min: 0, max: MAX_YEARS };
}
