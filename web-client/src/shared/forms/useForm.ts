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
  /** What the person has seen as stored, and its version: what a change is based on. */
  seen: Values;
  version: number;
  /** What is stored now, as far as this device knows. */
  stored: Values;
  /** Fields that the person changed, and somebody else in another way since then. */
  conflicts: (keyof Values & string)[];
  /** Goes on from what is stored now: with the same entries, or with those given. */
  rebase: (values?: Partial<Values>) => void;
}

interface Options<Values> {
  /** Fields that are not kept, such as passwords. */
  secret?: readonly (keyof Values & string)[];
  /** The version of what is stored. */
  version?: number;
  /** Whether the browser asks before it drops what was typed. */
  guarded?: boolean;
}

/** What was typed, with what was stored when the typing began. */
interface Draft<Values> {
  values: Values;
  base: Values;
  version: number;
}

/**
 * Values and errors of a form over `stored` values. A field that the person has not changed shows what is stored. What
 * was typed survives leaving the page and a lost session, under `name`, until it is sent or the person signs out; with it
 * is kept what the person started from, so that newer values are not overwritten unseen.
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
  const fields = Object.keys(stored) as (keyof Values & string)[];

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

  const changed = (field: keyof Values & string) => draft !== undefined && !same(draft.values[field], draft.base[field]);
  const values = draft === undefined ? stored : { ...stored, ...pick(draft.values, fields.filter(changed)) };
  const conflicts = fields.filter(
    (field) => changed(field) && !same(draft?.base[field], stored[field]) && !same(values[field], stored[field]),
  );
  const seen = draft !== undefined && conflicts.length > 0 ? draft : { base: stored, version };
  return {
    values,
    errors,
    set,
    setErrors,
    forget: () => {
      forgetDraft(name);
      setDraft(undefined);
    },
    seen: seen.base,
    version: seen.version,
    stored,
    conflicts,
    rebase: (wanted) => setDraft(kept({ values: { ...values, ...wanted }, base: stored, version })),
  };
}

function pick<Values extends object>(values: Values, fields: readonly (keyof Values)[]): Partial<Values> {
  return Object.fromEntries(fields.map((field) => [field, values[field]])) as Partial<Values>;
}
