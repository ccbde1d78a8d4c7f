import { useTranslations } from '@/shared/i18n';
import styles from './Administration.module.css';

/** Names and values; a value that is missing says so. */
export function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  const t = useTranslations('administration');
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === '' ? t('notGiven') : value}</dd>
        </div>
      ))}
    </dl>
  );
}
