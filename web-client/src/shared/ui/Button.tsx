import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from '../router';
import styles from './Button.module.css';
import { cx } from './cx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'harm' | 'harm-quiet';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  wide?: boolean;
  icon?: ReactNode;
  /** Work is under way: the button says so, keeps the focus and does nothing. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** One per page may be `primary`. */
export function Button({
  look = 'secondary',
  wide,
  icon,
  busy,
  type = 'button',
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={cx(styles.button, styles[look], wide && styles.wide, className)}
      aria-disabled={busy === true ? true : rest['aria-disabled']}
      aria-busy={busy}
      onClick={(event) => {
        if (busy === true) {
          event.preventDefault();
        } else {
          onClick?.(event);
        }
      }}
    >
      {busy === true ? <span className={styles.spinner} aria-hidden /> : icon}
      {rest.children}
    </button>
  );
}

/** A place to go to that looks like a button. */
export function ButtonLink({
  look = 'secondary',
  wide,
  icon,
  className,
  children,
  ...rest
}: LinkProps & { look?: ButtonLook; wide?: boolean; icon?: ReactNode }) {
  return (
    <Link {...rest} className={cx(styles.button, styles[look], wide && styles.wide, className)}>
      {icon}
      {children}
    </Link>
  );
}

/** A button that shows an icon only; `label` is its name. */
export function IconButton({ label, look = 'quiet', className, children, ...rest }: ButtonProps & { label: string }) {
  return (
    <Button {...rest} look={look} aria-label={label} title={label} className={cx(styles.icon, className)}>
      {children}
    </Button>
  );
}
