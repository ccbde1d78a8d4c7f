import { useCallback, useState } from 'react';
import { forgetDraft, keepDraft, readDraft } from './drafts';

export type FieldErrors<Values> = Partial<Record<keyof Values & string, string>>;

export interface Form<Values> {
  values: Values;
  errors: FieldErrors<Values>;
  set: <Field extends keyof Values & string>(field: Field, value: Values[Field]) => void;
  setErrors: (errors: FieldErrors<Values>) => void;
  /** After the values were sent: the next visit starts anew. */
  forget: () => void;
}

/**
 * Values and errors of a form. What was typed survives leaving the page and a lost session, under `name`, until it is
 * sent or the person signs out. Fields in `secret` (passwords) are not kept.
 */
export function useForm<Values extends object>(
  name: string,
  initial: Values,
  secret: readonly (keyof Values & string)[] = [],
): Form<Values> {
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...(readDraft(name) as Partial<Values> | undefined) }));
  const [errors, setErrors] = useState<FieldErrors<Values>>({});

  const set: Form<Values>['set'] = (field, value) => {
    setValues((before) => {
      const next = { ...before, [field]: value };
      keepDraft(name, Object.fromEntries(Object.entries(next).filter(([key]) => !secret.includes(key as never))));
      return next;
    });
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== field)) as FieldErrors<Values>);
  };
  const forget = useCallback(() => forgetDraft(name), [name]);
  return { values, errors, set, setErrors, forget };
}
