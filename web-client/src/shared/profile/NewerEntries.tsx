import type { Form } from '../forms';
import { useTranslations } from '../i18n';
import { Button, NewerBox } from '../ui';

/** Entries that were saved elsewhere while the person changed the same ones: shown, to be taken or to be replaced. */
export function NewerEntries<Values extends object>({
  form,
  labelOf,
  textOf,
}: {
  form: Form<Values>;
  labelOf: (field: keyof Values & string) => string;
  textOf: (field: keyof Values & string, values: Values) => string;
}) {
  const t = useTranslations('newer');
  if (form.conflicts.length === 0) {
    return null;
  }
  const take = () =>
    form.rebase(Object.fromEntries(form.conflicts.map((field) => [field, form.stored[field]])) as Partial<Values>);
  return (
    <NewerBox
      title={t('title')}
      actions={
        <>
          <Button onClick={() => form.rebase()}>{t('mine')}</Button>
          <Button onClick={take}>{t('theirs')}</Button>
        </>
      }
    >
      <ul>
        {form.conflicts.map((field) => (
          <li key={field}>
            <strong>{labelOf(field)}</strong>: {textOf(field, form.stored) || t('none')}
          </li>
        ))}
      </ul>
    </NewerBox>
  );
}
