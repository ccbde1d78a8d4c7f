import type { InputHTMLAttributes, ReactNode } from 'react';
import { FieldError, type FieldParts, useParts } from './FieldParts';
import styles from './Field.module.css';

type Choice = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'type'> & {
  label: ReactNode;
  onChange: (checked: boolean) => void;
};

export function Checkbox({ label, onChange, ...rest }: Choice) {
  return (
    <label className={styles.choice}>
      <input {...rest} type="checkbox" onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

export function RadioGroup<Value extends string>({
  label,
  hint,
  error,
  value,
  onChange,
  options,
  row,
  id,
}: FieldParts & {
  id?: string;
  value: Value | '';
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; hint?: ReactNode }[];
  row?: boolean;
}) {
  const parts = useParts({ id, hint, error });
  return (
    <fieldset className={styles.field} id={parts.id} aria-describedby={parts['aria-describedby']}>
      <legend className={styles.label}>{label}</legend>
      {hint !== undefined && (
        <div className={styles.hint} id={`${parts.id}-hint`}>
          {hint}
        </div>
      )}
      <div className={row === true ? styles.row : styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              name={parts.id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className={styles.hint}> {option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={parts.id} error={error} />
    </fieldset>
  );
}
