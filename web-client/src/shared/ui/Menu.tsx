import type { ReactNode } from 'react';
import { Button as AriaButton, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import buttons from './Button.module.css';
import { cx } from './cx';
import styles from './Menu.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: ReactNode;
  harm?: boolean;
  run: () => void;
}

/** A button with further actions behind it. */
export function Menu({ label, children, entries }: { label: string; children: ReactNode; entries: readonly MenuEntry[] }) {
  return (
    <MenuTrigger>
      <AriaButton aria-label={label} className={cx(buttons.button, buttons.quiet, buttons.icon)}>
        {children}
      </AriaButton>
      <Popover className={styles.popover ?? ''}>
        <AriaMenu className={styles.list ?? ''}>
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} className={cx(styles.item, entry.harm === true && styles.harm)} onAction={entry.run}>
              {entry.icon}
              {entry.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
