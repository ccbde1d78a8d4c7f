import type { SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { cx } from './cx';
import { Around, type Own, type TextFieldProps, useParts } from './FieldParts';
import styles from './Field.module.css';

/** A line of text. */
export function TextField({ label, hint, error, optional, value, onChange, className, ...rest }: TextFieldProps) {
  const parts = useParts({ id: rest.id, hint, error });
  return (
    <Around id={parts.id} label={label} hint={hint} error={error} optional={optional}>
      <input
        {...rest}
        {...parts}
        className={cx(styles.control, className)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Around>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  value,
  onChange,
  ...rest
}: Own<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const parts = useParts({ id: rest.id, hint, error });
  return (
    <Around id={parts.id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        {...rest}
        {...parts}
        className={styles.control}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Around>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** A choice of few; phones show their own list. */
export function Select({
  label,
  hint,
  error,
  optional,
  value,
  onChange,
  options,
  ...rest
}: Own<SelectHTMLAttributes<HTMLSelectElement>> & { options: readonly Option[] }) {
  const parts = useParts({ id: rest.id, hint, error });
  return (
    <Around id={parts.id} label={label} hint={hint} error={error} optional={optional}>
      <select
        {...rest}
        {...parts}
        className={styles.control}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  );
}
