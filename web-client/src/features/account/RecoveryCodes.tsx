import { useEffect, useRef } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button } from '@/shared/ui';
import styles from './Account.module.css';

/** Recovery codes, the one time that they are there to be seen. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations('account');
  const { notify } = useNotices();
  const heading = useRef<HTMLHeadingElement>(null);
  // The form with the focus has gone.
  useEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      notify({ kind: 'done', text: t('copied') });
    } catch {
      notify({ kind: 'problem', text: t('notCopied') });
    }
  };
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
        <Button onClick={() => void copy()}>{t('copyCodes')}</Button>
        <Button look="quiet" onClick={onKept}>
          {t('recoveryCodesKept')}
        </Button>
      </div>
    </>
  );
}
