import { CircleAlert, Eye, EyeOff } from 'lucide-react';
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from 'react';
import { useTranslations } from '../i18n';
import { IconButton } from './Button';
import { cx } from './cx';
import styles from './Field.module.css';

interface FieldParts {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the entry. */
  error?: string | undefined;
  /** Says that it may be left out. `required` tells assistive technology that it may not; a choice or a search is neither. */
  optional?: boolean | undefined;
}

type Own<Attributes> = Omit<Attributes, 'onChange' | 'value'> &
  FieldParts & { value: string; onChange: (value: string) => void };

export type TextFieldProps = Own<InputHTMLAttributes<HTMLInputElement>>;

function useParts({ id, hint, error }: { id: string | undefined; hint?: ReactNode; error?: string | undefined }) {
  const own = useId();
  const field = id ?? own;
  const described = cx(hint !== undefined && `${field}-hint`, error !== undefined && `${field}-error`);
  return { id: field, 'aria-describedby': described || undefined, 'aria-invalid': error !== undefined || undefined };
}

function Around({
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

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error === undefined ? null : (
    <div className={styles.error} id={`${id}-error`}>
      <CircleAlert size={16} aria-hidden />
      {error}
    </div>
  );
}

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

/** A password, which can be shown. */
export function PasswordField({ label, hint, error, optional, value, onChange, ...rest }: TextFieldProps) {
  const t = useTranslations('common');
  const parts = useParts({ id: rest.id, hint, error });
  const [shown, setShown] = useState(false);
  return (
    <Around id={parts.id} label={label} hint={hint} error={error} optional={optional}>
      <div className={styles.withButton}>
        <input
          {...rest}
          {...parts}
          type={shown ? 'text' : 'password'}
          autoCapitalize="none"
          spellCheck={false}
          className={styles.control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <IconButton label={t(shown ? 'hidePassword' : 'showPassword')} onClick={() => setShown(!shown)}>
          {shown ? <EyeOff size={20} aria-hidden /> : <Eye size={20} aria-hidden />}
        </IconButton>
      </div>
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
