import { useState } from 'react';
import { forgetDraft, keepDraft, readDraft } from './drafts';
import { same } from './same';

export type FieldErrors<Values> = Partial<Record<keyof Values & string, string>>;

export interface Form<Values> {
  values: Values;
  errors: FieldErrors<Values>;
  set: <Field extends keyof Values & string>(field: Field, value: Values[Field]) => void;
  setErrors: (errors: FieldErrors<Values>) => void;
  /** After the values were sent: the fields show what is stored, and the next change starts from there. */
  forget: () => void;
  /** What was stored when the person began to change the values, with its version. */
  base: Values;
  version: number;
  /** Whether something else is stored by now than what the person began with; `stored` holds it. */
  superseded: boolean;
  stored: Values;
  /** Goes on from what is stored now: with the same entries, or with those given. */
  rebase: (values?: Values) => void;
}

interface Options<Values> {
  /** Fields that are not kept, such as passwords. */
  secret?: readonly (keyof Values & string)[];
  /** The version of what is stored. */
  version?: number;
  /** Whether the browser asks before it drops what was typed. */
  guarded?: boolean;
}

interface Draft<Values> {
  values: Values;
  base: Values;
  version: number;
}

/**
 * Values and errors of a form over `stored` values. As long as nothing is changed, it shows what is stored. What was
 * typed survives leaving the page and a lost session, under `name`, until it is sent or the person signs out; with it is
 * kept what the person started from, so that newer values are not overwritten unseen.
 */
export function useForm<Values extends object>(
  name: string,
  stored: Values,
  { secret = [], version = 0, guarded = true }: Options<Values> = {},
): Form<Values> {
  const [draft, setDraft] = useState<Draft<Values> | undefined>(() => {
    const kept = readDraft(name) as Draft<Values> | undefined;
    return kept === undefined ? undefined : { ...kept, values: { ...stored, ...kept.values } };
  });
  const [errors, setErrors] = useState<FieldErrors<Values>>({});

  const kept = (next: Draft<Values>): Draft<Values> | undefined => {
    if (same(next.values, next.base)) {
      forgetDraft(name);
      return undefined;
    }
    const values = Object.fromEntries(Object.entries(next.values).filter(([key]) => !secret.includes(key as never)));
    keepDraft(name, { ...next, values }, { guarded });
    return next;
  };
  const set: Form<Values>['set'] = (field, value) => {
    setDraft((before) => {
      const { values, ...basis } = before ?? { values: stored, base: stored, version };
      return kept({ ...basis, values: { ...values, [field]: value } });
    });
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== field)) as FieldErrors<Values>);
  };
  const superseded = draft !== undefined && !same(draft.base, stored);
  return {
    values: draft?.values ?? stored,
    errors,
    set,
    setErrors,
    forget: () => {
      forgetDraft(name);
      setDraft(undefined);
    },
    base: draft?.base ?? stored,
    version: superseded ? draft.version : version,
    superseded,
    stored,
    rebase: (values = draft?.values ?? stored) => setDraft(kept({ values, base: stored, version })),
  };
}
