import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { AriaLanguage } from './AriaLanguage';
import styles from './Menu.module.css';

export interface Action {
  label: string;
  icon: ReactNode;
  run: () => void;
}

/** Things to do with something, in a list that opens beside a button and closes after a choice. */
export function ActionMenu({
  label,
  button,
  actions,
  onClose,
}: {
  label: string;
  button: RefObject<HTMLElement | null>;
  actions: readonly Action[];
  onClose: () => void;
}) {
  const chosen = useRef<() => void>(undefined);
  // Until the list is gone, nothing outside takes the focus.
  useEffect(() => () => chosen.current?.(), []);
  return (
    <AriaLanguage>
      <Popover
        className={styles.popover ?? ''}
        triggerRef={button}
        isOpen
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
      >
        {/* eslint-disable-next-line jsx-a11y/no-autofocus -- who opens a menu goes on in it */}
        <Menu aria-label={label} className={styles.list ?? ''} autoFocus="first" onClose={onClose}>
          {actions.map(({ label: text, icon, run }) => (
            <MenuItem key={text} className={styles.item ?? ''} textValue={text} onAction={() => (chosen.current = run)}>
              {icon}
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </AriaLanguage>
  );
}
