import { MessageSquare } from 'lucide-react';
import { Link } from '@/shared/router';
import { ApiProblem, type ProblemCode } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { useOnline } from '@/shared/socket';
import { dateIn, OWN_ZONE, useNow, useTimes } from '@/shared/time';
import {
  Avatar,
  Badge,
  ButtonLink,
  cx,
  EmptyState,
  ErrorState,
  PageHeader,
  SkeletonList,
  VisuallyHidden,
} from '@/shared/ui';
import { useInbox } from './ChatContext';
import styles from './ConversationList.module.css';
import type { InboxLine } from './model/inbox';
import type { Messenger } from './model/messenger';
import { useSummary } from './useSummary';

/** Everybody the person has written with, the latest first. */
export function ConversationList({ messenger, openId }: { messenger: Messenger; openId: string | null }) {
  const t = useTranslations('chat');
  const { lines, load, failure } = useInbox(messenger);
  return (
    <>
      {openId === null ? <PageHeader title={t('title')} /> : <h2 className={styles.heading}>{t('title')}</h2>}
      <ul className={styles.lines}>
        {lines.map((line) => (
          <Line key={line.user.id} line={line} me={messenger.me} open={line.user.id === openId} />
        ))}
      </ul>
      {load === 'ready' && lines.length === 0 && <NoConversations open={openId !== null} />}
      {load === 'failed' && (
        <ErrorState error={new ApiProblem(failure as ProblemCode)} retry={() => void messenger.refreshInbox()} />
      )}
      {(load === 'idle' || load === 'loading') && lines.length === 0 && <SkeletonList count={4} />}
    </>
  );
}

/** `open`: beside the chat with somebody who has not been written to yet. */
function NoConversations({ open }: { open: boolean }) {
  const t = useTranslations('chat');
  const doctor = useUser().role === 'doctor';
  if (open) {
    return <p className={styles.none}>{t('emptyTitle')}</p>;
  }
  return (
    <EmptyState
      icon={<MessageSquare />}
      title={t('emptyTitle')}
      action={doctor ? undefined : <ButtonLink to="/doctors">{t('findDoctor')}</ButtonLink>}
    >
      {t(doctor ? 'emptyForDoctor' : 'emptyForPatient')}
    </EmptyState>
  );
}

function Line({ line: { user, lastMessage, unread }, me, open }: { line: InboxLine; me: string; open: boolean }) {
  const t = useTranslations('chat');
  const online = useOnline(user.id);
  const text = useSummary()(lastMessage);
  return (
    <li>
      <Link
        className={cx(styles.line, unread > 0 && styles.unread)}
        to={`/messages/${user.id}`}
        aria-current={open ? 'page' : undefined}
      >
        <span className={styles.face}>
          <Avatar person={user} />
          {online && <span className={styles.online} title={t('online')} />}
        </span>
        <span className={styles.words}>
          <span className={styles.name} dir="auto">
            {user.name}
            {online && <VisuallyHidden>, {t('online')}</VisuallyHidden>}
          </span>
          <span className={styles.preview} dir="auto">
            {lastMessage.senderId === me ? t('youSaid', { text }) : text}
          </span>
        </span>
        <span className={styles.aside}>
          <When at={lastMessage.createdAt} />
          <Badge count={unread} label={t('unread', { count: unread })} />
        </span>
      </Link>
    </li>
  );
}

function When({ at }: { at: string }) {
  const times = useTimes();
  const today = dateIn(OWN_ZONE, useNow()) === dateIn(OWN_ZONE, at);
  return <time dateTime={at}>{today ? times.time(at) : times.shortDate(at)}</time>;
}
