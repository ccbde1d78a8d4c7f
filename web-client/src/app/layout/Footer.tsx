import { useConfig } from '@/shared/config';
import { useTranslations } from '@/shared/i18n';
import { Preferences } from '@/shared/ui';
import styles from './Shell.module.css';

/** Below each page of people who are not logged in: what the operator says, and language and look. */
export default function Footer() {
  const t = useTranslations('app');
  const config = useConfig();
  return (
    <footer className={styles.footer}>
      <Preferences className={styles.preferences ?? ''} />
      {config?.emergencyText != null && <p>{config.emergencyText}</p>}
      {(config?.privacyUrl ?? config?.termsUrl) != null && (
        <ul className={styles.links}>
          {config?.privacyUrl != null && (
            <li>
              <a href={config.privacyUrl}>{t('privacy')}</a>
            </li>
          )}
          {config?.termsUrl != null && (
            <li>
              <a href={config.termsUrl}>{t('terms')}</a>
            </li>
          )}
        </ul>
      )}
    </footer>
  );
}
