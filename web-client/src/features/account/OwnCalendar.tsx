import { CalendarSync } from 'lucide-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from '@/shared/i18n';
import { useCopy, useNotices } from '@/shared/notices';
import { useTimes } from '@/shared/time';
import { Awaited, Button, Card, useProblemText } from '@/shared/ui';
import styles from './Account.module.css';
import { CALENDAR_LINK, loadCalendarLink, renewCalendarLink } from './calendarApi';

/** A link with which another calendar shows the person's visits, and a new one in its place. */
export function OwnCalendar() {
  const t = useTranslations('account');
  const text = useProblemText();
  const times = useTimes();
  const { notify } = useNotices();
  const client = useQueryClient();
  const link = useQuery({ queryKey: CALENDAR_LINK, queryFn: loadCalendarLink, staleTime: 0 });
  const renew = useMutation({
    mutationFn: renewCalendarLink,
    onSuccess: ({ createdAt }) => client.setQueryData(CALENDAR_LINK, { createdAt }),
    onError: (error) => notify({ kind: 'problem', text: text(error) }),
  });
  const copy = useCopy();
  // A new password, or another tab, may have ended the link that was made here.
  const made = renew.data?.createdAt === link.data?.createdAt ? renew.data : undefined;
  const url = made === undefined ? undefined : new URL(made.url, window.location.origin).href;
  return (
    <Card stack>
      <h2>{t('calendar')}</h2>
      <p>{t('calendarText')}</p>
      {link.data === undefined ? (
        <Awaited query={link} count={1} />
      ) : (
        <>
          {link.data.createdAt !== null && (
            <p className={styles.quiet}>{t('calendarSince', { at: times.dateTime(link.data.createdAt) })}</p>
          )}
          <div role="status" className={styles.made}>
            {url !== undefined && (
              <>
                <p>{t('calendarOnce')}</p>
                <code className={styles.secret}>{url}</code>
              </>
            )}
          </div>
          <div className={styles.actions}>
            {url !== undefined && (
              <Button onClick={() => copy(url, { done: t('copied'), failed: t('linkNotCopied') })}>
                {t('calendarCopy')}
              </Button>
            )}
            <Button
              look={link.data.createdAt === null ? 'secondary' : 'harm-quiet'}
              icon={<CalendarSync size={20} aria-hidden />}
              busy={renew.isPending}
              onClick={() => renew.mutate()}
            >
              {t(link.data.createdAt === null ? 'calendarMake' : 'calendarRenew')}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
