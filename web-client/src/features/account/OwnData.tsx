import { Download, Trash2 } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { saveFile } from '@/shared/browser';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useSession } from '@/shared/session';
import {
  Button,
  Card,
  Dialog,
  DialogActions,
  ErrorSummary,
  missing,
  PasswordField,
  type SummaryEntry,
  useFieldWords,
  useProblemText,
} from '@/shared/ui';
import styles from './Account.module.css';
import { downloadData, eraseAccount } from './accountApi';

const NOTHING: SummaryEntry[] = [];

/** What people can do with what is stored of them: take it, and have it deleted. */
export function OwnData() {
  const t = useTranslations('account');
  const text = useProblemText();
  const { notify } = useNotices();
  const [asked, setAsked] = useState(false);
  const take = useMutation({
    mutationFn: downloadData,
    onSuccess: (file) => saveFile(file, 'health-connect.zip'),
    onError: (error) => notify({ kind: 'problem', text: text(error) }),
  });
  return (
    <Card stack>
      <h2>{t('ownData')}</h2>
      <p>{t('downloadDataText')}</p>
      <div className={styles.actions}>
        <Button icon={<Download size={20} aria-hidden />} busy={take.isPending} onClick={() => take.mutate()}>
          {t('downloadData')}
        </Button>
        <Button look="harm-quiet" icon={<Trash2 size={20} aria-hidden />} onClick={() => setAsked(true)}>
          {t('deleteAccount')}
        </Button>
      </div>
      {asked && <DeleteAccount onClose={() => setAsked(false)} />}
    </Card>
  );
}

function DeleteAccount({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account');
  const text = useProblemText();
  const say = useFieldWords();
  const { logOut } = useSession();
  const { notify } = useNotices();
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState(NOTHING);
  const erase = useMutation({
    mutationFn: async () => {
      await eraseAccount(password);
      await logOut();
    },
    onSuccess: () => notify({ kind: 'done', text: t('accountDeleted') }),
    onError: (error) => setProblems([{ field: 'delete-password', text: text(error) }]),
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (password === '') {
      setProblems([{ field: 'delete-password', text: say(missing('password'), t('password')) }]);
    } else {
      setProblems(NOTHING);
      erase.mutate();
    }
  };
  return (
    <Dialog open onClose={onClose} title={t('deleteAccountTitle')}>
      <form className={styles.form} onSubmit={send} noValidate>
        <ErrorSummary entries={problems} />
        <p>{t('deleteAccountGone')}</p>
        <p>{t('deleteAccountKept')}</p>
        <PasswordField
          id="delete-password"
          label={t('password')}
          required
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={problems[0]?.text}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('keepAccount')}</Button>
          <Button type="submit" look="harm" busy={erase.isPending}>
            {t('deleteAccountNow')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
