import { CircleCheck, MailX } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useSession } from '@/shared/session';
import { Button, ButtonLink, EmptyState, EntryFrame, ErrorSummary, PageHeader, useProblemText } from '@/shared/ui';
import styles from './Account.module.css';
import { confirmEmail } from './recoveryApi';

type State = 'asks' | 'done' | 'invalid' | 'taken';

/**
 * Where a link that confirms an e-mail address leads. Its token stands behind the `#`, which browsers send to no server,
 * and is used once somebody presses the button: programs that look at links in mails press none.
 */
export default function VerifyPage() {
  const t = useTranslations('account');
  const text = useProblemText();
  const { check, user } = useSession();
  const [token] = useState(() => window.location.hash.slice(1));
  const [state, setState] = useState<State>(token === '' ? 'invalid' : 'asks');
  const confirm = useMutation({
    mutationFn: () => confirmEmail(token),
    onSuccess: () => {
      setState('done');
      // The page of whoever is logged in here shows the address.
      void check();
    },
    onError: (error) => {
      if (isProblem(error, 'invalid_token')) {
        setState('invalid');
      } else if (isProblem(error, 'email_taken')) {
        setState('taken');
      }
    },
  });
  const on =
    user === null ? (
      <ButtonLink to="/login">{t('resetToLogIn')}</ButtonLink>
    ) : (
      <ButtonLink to="/me">{t('verifyToMe')}</ButtonLink>
    );
  return (
    <EntryFrame>
      <PageHeader title={t('verifyTitle')} />
      {state === 'asks' && (
        <div className={styles.form}>
          <ErrorSummary entries={confirm.error === null ? [] : [{ text: text(confirm.error) }]} />
          <p>{t('verifyLead')}</p>
          <Button look="primary" wide busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('verifyNow')}
          </Button>
        </div>
      )}
      {state === 'done' && (
        <EmptyState icon={<CircleCheck />} title={t('verifyDone')} action={on}>
          {t('verifyDoneText')}
        </EmptyState>
      )}
      {state === 'invalid' && (
        <EmptyState icon={<MailX />} title={t('resetInvalid')} action={on}>
          {t('verifyInvalidText')}
        </EmptyState>
      )}
      {state === 'taken' && (
        <EmptyState icon={<MailX />} title={t('verifyTaken')} action={on}>
          {t('verifyTakenText')}
        </EmptyState>
      )}
    </EntryFrame>
  );
}
