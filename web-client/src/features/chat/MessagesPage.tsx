import { useParams } from '@/shared/router';
import { useTranslations } from '@/shared/i18n';
import { PageFallback } from '@/shared/lazy';
import { cx, EmptyState } from '@/shared/ui';
import { MessagesSquare } from 'lucide-react';
import { Chat } from './Chat';
import { useInbox, useMessenger } from './ChatContext';
import { ConversationList } from './ConversationList';
import type { Messenger } from './model/messenger';
import styles from './MessagesPage.module.css';

/** All conversations and the open one: side by side on wide screens, one after the other on phones. */
export default function MessagesPage() {
  const messenger = useMessenger();
  return messenger === null ? <PageFallback /> : <Messages messenger={messenger} />;
}

function Messages({ messenger }: { messenger: Messenger }) {
  const t = useTranslations('chat');
  const { userId } = useParams();
  const { lines, load } = useInbox(messenger);
  /** There is nothing to choose, which the list says. */
  const alone = userId === undefined && lines.length === 0 && (load === 'ready' || load === 'failed');
  return (
    <div className={cx(styles.page, userId !== undefined && styles.open, alone && styles.alone)}>
      <section className={styles.list} aria-label={t('conversations')}>
        <ConversationList messenger={messenger} openId={userId ?? null} />
      </section>
      {userId !== undefined ? (
        <Chat key={`${messenger.me} ${userId}`} messenger={messenger} otherId={userId} />
      ) : (
        !alone && (
          <div className={styles.none}>
            {lines.length > 0 && (
              <EmptyState icon={<MessagesSquare />} title={t('chooseTitle')}>
                {t('chooseText')}
              </EmptyState>
            )}
          </div>
        )
      )}
    </div>
  );
}
