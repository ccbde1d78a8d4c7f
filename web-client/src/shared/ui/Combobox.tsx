import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslations } from '../i18n';
import { AriaLanguage } from './AriaLanguage';
import { cx } from './cx';
import buttons from './Button.module.css';
import type { Option } from './Field';
import fields from './Field.module.css';
import styles from './Menu.module.css';

/** A choice of many, found by typing. The value is that of an option, or empty. */
export function Combobox({
  label,
  value,
  onChange,
  options,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
}) {
  const t = useTranslations('common');
  return (
    <AriaLanguage>
      <ComboBox
        className={fields.field ?? ''}
        value={value === '' ? null : value}
        onChange={(key) => onChange(key === null ? '' : String(key))}
        menuTrigger="focus"
      >
        <Label className={fields.label ?? ''}>{label}</Label>
        <div className={fields.withButton}>
          <Input className={fields.control ?? ''} />
          <Button className={cx(buttons.button, buttons.icon)}>
            <ChevronDown size={20} aria-hidden />
          </Button>
        </div>
        <Popover className={styles.popover ?? ''}>
          <ListBox
            className={styles.list ?? ''}
            renderEmptyState={() => <div className={styles.empty}>{t('noMatch')}</div>}
          >
            {options.map((option) => (
              <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={styles.item ?? ''}>
                {option.label}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
    </AriaLanguage>
  );
}
