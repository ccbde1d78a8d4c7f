import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from '../i18n';
import { IconButton } from './Button';
import { Around, type TextFieldProps, useParts } from './FieldParts';
import styles from './Field.module.css';

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
