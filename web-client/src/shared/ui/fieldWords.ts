import { isProblem } from '../api';
import { useTranslations } from '../i18n';
import type { SummaryEntry } from './ErrorSummary';
import { type FieldWords, wordsOf } from './fieldProblems';
import { useProblemText } from './problemText';

/** A field of a form: the id of its control, and its name. */
interface FormField {
  id: string;
  label: string;
}

/** Says what is wrong with a field. */
export function useFieldWords(): (words: FieldWords, label: string) => string {
  const t = useTranslations('fieldProblems');
  return ({ kind, min = 0, max = 0 }, label) => t(kind, { label, min, max });
}

/** The control of a field of the request, such as `name` or `windows[1].endTime`; undefined when the form has none. */
export type FieldOf = (field: string) => FormField | undefined;

/**
 * Says why a form was not accepted: what concerns a field in words of its own, with the id of the field; the rest by
 * code.
 */
export function useProblemEntries(): (error: unknown, fieldOf: FieldOf) => SummaryEntry[] {
  const say = useFieldWords();
  const text = useProblemText();
  return (error, fieldOf) => {
    const found = isProblem(error, 'invalid_request') ? error.errors : [];
    const entries = found.flatMap((problem) => {
      const control = fieldOf(problem.field);
      return control === undefined ? [] : [{ field: control.id, text: say(wordsOf(problem), control.label) }];
    });
    return entries.length > 0 ? entries : [{ text: text(error) }];
  };
}
