import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { User } from '@/shared/api';
import type { Form } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { type Basis, type OwnChange, NewerEntries, useProfileChange } from '@/shared/profile';
import {
  Button,
  ErrorSummary,
  type FieldWords,
  type SummaryEntry,
  useFieldWords,
  useProblemEntries,
} from '@/shared/ui';
import styles from './Profile.module.css';

/** The id of the control of a field of the request, such as `name` or `emergencyContacts[1].name`. */
export function controlOf(field: string): string {
  return `profile-${field.replaceAll(/[[\].]+/g, '-')}`;
}

/**
 * The frame of both profiles: checks, sends, and says what has to be mended, at the field and in one summary. `children`
 * gets the words for what is wrong with a field of the request.
 */
export function ProfileForm<Me extends User, Values extends object>({
  me,
  form,
  read,
  check,
  change,
  labelOf,
  textOf,
  children,
}: {
  me: Me;
  form: Form<Values>;
  read: Basis<Me>['read'];
  check: (values: Values) => Partial<Record<string, FieldWords>>;
  change: (values: Values) => OwnChange;
  labelOf: (field: string) => string;
  textOf: (field: keyof Values & string, values: Values) => string;
  children: (errorOf: (field: string) => string | undefined) => ReactNode;
}) {
  const t = useTranslations('profile');
  const say = useFieldWords();
  const problemEntries = useProblemEntries();
  const { notify } = useNotices();
  const [summary, setSummary] = useState<SummaryEntry[]>([]);
  const save = useProfileChange(me, ({ me: stored, sent }) => {
    form.commit(sent as Values, read(stored) as Values, stored.version);
    setSummary([]);
    notify({ kind: 'done', text: t('saved') });
  });

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const found = Object.entries(check(form.values)).flatMap(([field, words]) =>
      words === undefined ? [] : [{ field: controlOf(field), text: say(words, labelOf(field)) }],
    );
    setSummary(found);
    if (found.length === 0) {
      save.mutate(
        { ...change(form.values), basis: { seen: form.seen, version: form.version, wanted: form.values, read } },
        {
          onError: (error) =>
            setSummary(problemEntries(error, (field) => ({ id: controlOf(field), label: labelOf(field) }))),
        },
      );
    }
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <ErrorSummary entries={summary} />
      <NewerEntries form={form} labelOf={labelOf} textOf={textOf} />
      {children((field) => summary.find((entry) => entry.field === controlOf(field))?.text)}
      <div>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
