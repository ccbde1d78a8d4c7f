import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { isProblem } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useTimes } from '@/shared/time';
import { Awaited, Button, Card, useProblemText } from '@/shared/ui';
import styles from './Account.module.css';
import { endOtherSessions, endSession, loadSessions, type OwnSession, SESSIONS } from './accountApi';

/** Where the person is logged in, with a way to end that one by one or everywhere else. */
export function OwnSessions() {
  const t = useTranslations('account');
  const text = useProblemText();
  const { notify } = useNotices();
  const client = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const sessions = useQuery({ queryKey: SESSIONS, queryFn: loadSessions, staleTime: 0 });
  const end = useMutation({
    mutationFn: (id: string | null) => (id === null ? endOtherSessions() : endSession(id)),
    onSuccess: (_, id) => notify({ kind: 'done', text: t(id === null ? 'sessionsEnded' : 'sessionEnded') }),
    onError: (error) => {
      // What somebody has ended meanwhile is as it was wanted.
      if (!isProblem(error, 'not_found')) {
        notify({ kind: 'problem', text: text(error) });
      }
    },
    onSettled: async () => {
      // The button that was pressed goes away.
      heading.current?.focus();
      await client.invalidateQueries({ queryKey: SESSIONS });
    },
  });
  return (
    <Card stack>
      <h2 ref={heading} tabIndex={-1}>
        {t('sessions')}
      </h2>
      {sessions.data === undefined ? (
        <Awaited query={sessions} count={1} />
      ) : (
        <>
          <ul className={styles.sessions}>
            {sessions.data.map((session) => (
              <Entry key={session.id} session={session} busy={end.isPending} onEnd={() => end.mutate(session.id)} />
            ))}
          </ul>
          {sessions.data.length > 1 && (
            <div className={styles.actions}>
              <Button look="harm-quiet" busy={end.isPending} onClick={() => end.mutate(null)}>
                {t('endOtherSessions')}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}

function Entry({ session, busy, onEnd }: { session: OwnSession; busy: boolean; onEnd: () => void }) {
  const t = useTranslations('account');
  const times = useTimes();
  const { browser, system } = session;
  const device =
    browser !== null && system !== null
      ? t('browserOnSystem', { browser, system })
      : (browser ?? system ?? t('unknownDevice'));
  return (
    <li className={styles.session}>
      <div className={styles.what}>
        <p>{device}</p>
        {session.current && <p>{t('thisDevice')}</p>}
        <p className={styles.quiet}>{t('firstSeen', { at: times.dateTime(session.firstSeenAt) })}</p>
        {!session.current && (
          <p className={styles.quiet}>{t('lastSeen', { at: times.dateTime(session.lastSeenAt) })}</p>
        )}
      </div>
      {!session.current && (
        <Button look="quiet" busy={busy} onClick={onEnd} aria-label={t('endSessionOn', { device })}>
          {t('endSession')}
        </Button>
      )}
    </li>
  );
}
