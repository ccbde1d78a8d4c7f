import { useMutation } from '@tanstack/react-query';
import { CircleCheck, MailX } from 'lucide-react';
import { isProblem } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useParams } from '@/shared/router';
import { Button, ButtonLink, EmptyState, EntryFrame, PageHeader, useProblemText } from '@/shared/ui';
import styles from './Notices.module.css';
import { stopMails } from './noticesApi';

/** Where the link at the end of a mail leads. Nobody needs to be logged in. */
export default function UnsubscribePage() {
  const t = useTranslations('notices');
  const { token = '' } = useParams();
  const text = useProblemText();
  const { notify } = useNotices();
  const stop = useMutation({
    mutationFn: () => stopMails(token),
    onError: (error) => {
      if (!isProblem(error, 'invalid_token')) {
        notify({ kind: 'problem', text: text(error) });
      }
    },
  });
  const toSettings = <ButtonLink to="/notices/settings">{t('settings')}</ButtonLink>;
  return (
    <EntryFrame>
      <PageHeader title={t('stopMails')} />
      {stop.isSuccess ? (
        <EmptyState icon={<CircleCheck />} title={t('mailsStopped')} action={toSettings}>
          {t('mailsStoppedText')}
        </EmptyState>
      ) : isProblem(stop.error, 'invalid_token') ? (
        <EmptyState icon={<MailX />} title={t('stopInvalid')} action={toSettings}>
          {t('stopInvalidText')}
        </EmptyState>
      ) : (
        <>
          <p className={styles.stop}>{t('stopMailsText')}</p>
          <Button look="primary" wide busy={stop.isPending} onClick={() => stop.mutate()}>
            {t('stopMailsNow')}
          </Button>
        </>
      )}
    </EntryFrame>
  );
}
