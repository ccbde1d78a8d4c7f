import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, type SubmitEvent, Suspense, useState } from 'react';
import { isProblem } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useSession, useUser } from '@/shared/session';
import {
  Boundary,
  Button,
  ErrorSummary,
  missing,
  type SummaryEntry,
  TextField,
  useFieldWords,
  useProblemText,
} from '@/shared/ui';
import styles from './Account.module.css';
import { confirmSecondFactor, type SecondFactorBegun, SESSIONS } from './accountApi';

const FIELD = 'two-step-code';

/** Few people need it, so few load it. */
const QrCode = lazy(() => import('./QrCode'));

/**
 * Shows the secret for an authenticator app, and asks for its first code.
 * @param onEnd takes the recovery codes; none if it was not turned on
 */
export function SecondFactorSetUp({
  begun,
  onEnd,
}: {
  begun: SecondFactorBegun;
  onEnd: (recoveryCodes: readonly string[]) => void;
}) {
  const t = useTranslations('account');
  const common = useTranslations('common');
  const text = useProblemText();
  const say = useFieldWords();
  const user = useUser();
  const { loggedIn, check } = useSession();
  const { notify } = useNotices();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const confirm = useMutation({
    mutationFn: () => confirmSecondFactor(code),
    onSuccess: (recoveryCodes) => {
      onEnd(recoveryCodes);
      loggedIn({ ...user, secondFactor: true });
      void client.invalidateQueries({ queryKey: SESSIONS });
      notify({ kind: 'done', text: t('twoStepTurnedOn') });
    },
    onError: (error) => {
      if (isProblem(error, 'illegal_transition')) {
        // It was turned on or off elsewhere.
        onEnd([]);
        void check();
      } else {
        setProblems([isProblem(error, 'wrong_code') ? { field: FIELD, text: text(error) } : { text: text(error) }]);
      }
    },
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const empty = code.trim() === '';
    setProblems(empty ? [{ field: FIELD, text: say(missing('code'), t('twoStepCode')) }] : []);
    if (!empty) {
      confirm.mutate();
    }
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <p>{t('twoStepScan')}</p>
      <Boundary fallback={null}>
        <Suspense fallback={<div className={styles.qr} />}>
          <QrCode text={begun.uri} label={t('twoStepQr')} />
        </Suspense>
      </Boundary>
      <p>
        {t('twoStepSecret')} <code className={styles.secret}>{begun.secret}</code>
      </p>
      <ErrorSummary entries={problems} />
      <TextField
        id={FIELD}
        label={t('twoStepCode')}
        hint={t('twoStepCodeHint')}
        required
        autoComplete="one-time-code"
        inputMode="numeric"
        value={code}
        onChange={setCode}
        error={problems.find((problem) => problem.field === FIELD)?.text}
      />
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={confirm.isPending}>
          {t('twoStepTurnOn')}
        </Button>
        <Button look="quiet" onClick={() => onEnd([])}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
