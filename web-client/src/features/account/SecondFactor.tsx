import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useSession, useUser } from '@/shared/session';
import { Button, Card, useProblemText } from '@/shared/ui';
import styles from './Account.module.css';
import { beginSecondFactor } from './accountApi';
import { RecoveryCodes } from './RecoveryCodes';
import { SecondFactorSetUp } from './SecondFactorSetUp';
import { TurnOffSecondFactor } from './TurnOffSecondFactor';

/** Turns on and off that log-ins ask for a code of an authenticator app. */
export function SecondFactor() {
  const t = useTranslations('account');
  const text = useProblemText();
  const user = useUser();
  const { check } = useSession();
  const { notify } = useNotices();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const begin = useMutation({
    mutationFn: beginSecondFactor,
    onError: (error) => {
      if (isProblem(error, 'illegal_transition')) {
        // It was turned on elsewhere.
        void check();
      } else {
        notify({ kind: 'problem', text: text(error) });
      }
    },
  });
  return (
    <Card stack>
      <h2>{t('twoStep')}</h2>
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes([])} />
      ) : user.secondFactor ? (
        <TurnOffSecondFactor />
      ) : begin.data === undefined ? (
        <>
          <p>{t('twoStepOff')}</p>
          <div className={styles.actions}>
            <Button busy={begin.isPending} onClick={() => begin.mutate()}>
              {t('twoStepSetUp')}
            </Button>
          </div>
        </>
      ) : (
        <SecondFactorSetUp
          begun={begin.data}
          onEnd={(made) => {
            setCodes(made);
            begin.reset();
          }}
        />
      )}
    </Card>
  );
}
