import { CircleAlert } from 'lucide-react';
import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { useTranslations } from '../i18n';
import { cx } from './cx';
import styles from './Field.module.css';

export interface FieldParts {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the entry. */
  error?: string | undefined;
  /** Says that it may be left out. `required` tells assistive technology that it may not; a choice or a search is neither. */
  optional?: boolean | undefined;
}

export type Own<Attributes> = Omit<Attributes, 'onChange' | 'value'> &
  FieldParts & { value: string; onChange: (value: string) => void };

export type TextFieldProps = Own<InputHTMLAttributes<HTMLInputElement>>;

/** The id of a control, and what ties its hint and its error to it. */
export function useParts({
  id,
  hint,
  error,
}: {
  id: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
}) {
  const own = useId();
  const field = id ?? own;
  const described = cx(hint !== undefined && `${field}-hint`, error !== undefined && `${field}-error`);
  return { id: field, 'aria-describedby': described || undefined, 'aria-invalid': error !== undefined || undefined };
}

/** The label, the hint and the error around a control. */
export function Around({
  id,
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldParts & { id: string; children: ReactNode }) {
  const t = useTranslations('common');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label} {optional && <span className={styles.optional}>{t('optional')}</span>}
      </label>
      {hint !== undefined && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** What is wrong with an entry. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error === undefined ? null : (
    <div className={styles.error} id={`${id}-error`}>
      <CircleAlert size={16} aria-hidden />
      {error}
    </div>
  );
}
