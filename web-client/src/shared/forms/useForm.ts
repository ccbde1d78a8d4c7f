import { useState } from 'react';
import { flushSync } from 'react-dom';
import { forgetDraft, keepDraft, readDraft } from './drafts';
import { same } from './same';

type FieldErrors<Values> = Partial<Record<keyof Values & string, string>>;

export interface Form<Values> {
  values: Values;
  errors: FieldErrors<Values>;
  set: <Field extends keyof Values & string>(field: Field, value: Values[Field]) => void;
  setErrors: (errors: FieldErrors<Values>) => void;
  /**
   * After `sent` was stored: fields that still hold what was sent show what is stored now (`now`, of `version`). What
   * was
   * typed while it was on its way stays, and the next change starts from there.
   */
  commit: (sent: Values, now?: Values, version?: number) => void;
  /** Drops what was typed. */
  discard: () => void;
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
  guarded?: boolean | ((values: Values, base: Values) => boolean);
}

/** What was typed, with what was stored when the typing began. */
interface Draft<Values> {
  values: Values;
  base: Values;
  version: number;
}

/**
 * Values and errors of a form over `stored` values. A field that the person has not changed shows what is stored.
 * What was typed survives leaving the page and a lost session, under `name`, until it is sent or the person logs out.
 * The values that the person started from are kept too, so that newer values are not overwritten unseen.
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
    const asks = typeof guarded === 'function' ? guarded(next.values, next.base) : guarded;
    keepDraft(name, { ...next, values }, { guarded: asks });
    return next;
  };
  const set: Form<Values>['set'] = (field, value) => {
    setDraft((before) => {
      const { values, ...basis } = before ?? { values: stored, base: stored, version };
      return kept({ ...basis, values: { ...values, [field]: value } });
    });
    setErrors(
      (before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== field)) as FieldErrors<Values>,
    );
  };

  // What was just saved by this form may be newer than what the page around it has been told.
  const ahead = draft !== undefined && draft.version > version;
  const current = ahead ? draft.base : stored;
  const currentVersion = ahead ? draft.version : version;
  const changed = (field: keyof Values & string) =>
    draft !== undefined && !same(draft.values[field], draft.base[field]);
  const values = draft === undefined ? stored : { ...current, ...pick(draft.values, fields.filter(changed)) };
  const conflicts = fields.filter(
    (field) => changed(field) && !same(draft?.base[field], current[field]) && !same(values[field], current[field]),
  );
  const seen = draft !== undefined && conflicts.length > 0 ? draft : { base: current, version: currentVersion };
  return {
    values,
    errors,
    set,
    setErrors,
    commit: (sent, now = stored, nowVersion = version) => {
      const onto = (before: Draft<Values>): Draft<Values> | undefined => {
        const typed = fields.filter((field) => field in before.values && !same(before.values[field], sent[field]));
        return kept({ values: { ...now, ...pick(before.values, typed) }, base: now, version: nowVersion });
      };
      // The page with the form may be gone; what was typed there is kept by name.
      const left = readDraft(name) as Draft<Values> | undefined;
      if (left !== undefined) {
        onto(left);
      }
      // At once: before the page shows what is stored, which would look like somebody else's change.
      flushSync(() => setDraft((before) => before && onto(before)));
    },
    discard: () => {
      forgetDraft(name);
      setDraft(undefined);
    },
    seen: seen.base,
    version: seen.version,
    stored: current,
    conflicts,
    rebase: (wanted) => setDraft(kept({ values: { ...values, ...wanted }, base: current, version: currentVersion })),
  };
}

function pick<Values extends object>(values: Values, fields: readonly (keyof Values)[]): Partial<Values> {
  return Object.fromEntries(fields.map((field) => [field, values[field]])) as Partial<Values>;
}
