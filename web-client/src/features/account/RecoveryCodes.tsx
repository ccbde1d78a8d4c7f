import { useEffect, useRef } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useCopy } from '@/shared/notices';
import { Button } from '@/shared/ui';
import styles from './Account.module.css';

/** Recovery codes, the one time that they are there to be seen. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations('account');
  const heading = useRef<HTMLHeadingElement>(null);
  // The form with the focus has gone.
  useEffect(() => heading.current?.focus(), []);
  const copy = useCopy();
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {t('recoveryCodes')}
      </h3>
      <p>{t('recoveryCodesHow')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onClick={() => copy(codes.join('\n'), { done: t('copied'), failed: t('notCopied') })}>
          {t('copyCodes')}
        </Button>
        <Button look="quiet" onClick={onKept}>
          {t('recoveryCodesKept')}
        </Button>
      </div>
    </>
  );
}
