import { MailCheck } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { isProblem } from '@/shared/api';
import { useConfig } from '@/shared/config';
import { useTranslations } from '@/shared/i18n';
import { PageFallback } from '@/shared/lazy';
import {
  Button,
  ButtonLink,
  EmptyState,
  EntryFrame,
  ErrorSummary,
  missing,
  PageHeader,
  type SummaryEntry,
  TextField,
  useFieldWords,
  useProblemEntries,
} from '@/shared/ui';
import styles from './Account.module.css';
import { askForReset } from './recoveryApi';

const FIELD = 'forgot-email';

/** How to get a link for a new password: by mail, or from whoever runs the server. */
export default function ForgotPage() {
  const t = useTranslations('account');
  const mail = useConfig()?.features.mail;
  const [asked, setAsked] = useState<string>();
  const [off, setOff] = useState(false);
  const toLogIn = <ButtonLink to="/login">{t('resetToLogIn')}</ButtonLink>;
  return (
    <EntryFrame>
      <PageHeader title={t('forgotPassword')} />
      {mail === undefined ? (
        <PageFallback />
      ) : !mail || off ? (
        <>
          <p>{t('forgotPasswordHow')}</p>
          <div className={styles.actions}>{toLogIn}</div>
        </>
      ) : asked === undefined ? (
        <AskForReset onAsked={setAsked} onOff={() => setOff(true)} />
      ) : (
        <EmptyState icon={<MailCheck />} title={t('forgotAsked')} action={toLogIn}>
          {t('forgotAskedText', { email: asked })}
        </EmptyState>
      )}
    </EntryFrame>
  );
}

function AskForReset({ onAsked, onOff }: { onAsked: (email: string) => void; onOff: () => void }) {
  const t = useTranslations('account');
  const say = useFieldWords();
  const entries = useProblemEntries();
  const [email, setEmail] = useState('');
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const ask = useMutation({
    mutationFn: () => askForReset(email),
    onSuccess: () => onAsked(email.trim()),
    onError: (error) => {
      if (isProblem(error, 'mail_off')) {
        onOff();
      } else {
        setProblems(entries(error, (field) => (field === 'email' ? { id: FIELD, label: t('email') } : undefined)));
      }
    },
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const empty = email.trim() === '';
    setProblems(empty ? [{ field: FIELD, text: say(missing('email'), t('email')) }] : []);
    if (!empty) {
      ask.mutate();
    }
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <p>{t('forgotLead')}</p>
      <ErrorSummary entries={problems} />
      <TextField
        id={FIELD}
        label={t('email')}
        required
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={problems.find((problem) => problem.field === FIELD)?.text}
      />
      <Button type="submit" look="primary" wide busy={ask.isPending}>
        {t('forgotAsk')}
      </Button>
    </form>
  );
}
