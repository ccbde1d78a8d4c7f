import { useParams } from '@/shared/router';
import { useTranslations } from '@/shared/i18n';
import { PageFallback } from '@/shared/lazy';
import { cx, EmptyState } from '@/shared/ui';
import { MessagesSquare } from 'lucide-react';
import { Chat } from './Chat';
import { useMessenger } from './ChatContext';
import { ConversationList } from './ConversationList';
import styles from './MessagesPage.module.css';

/** All conversations and the open one: side by side on wide screens, one after the other on phones. */
export default function MessagesPage() {
  const t = useTranslations('chat');
  const messenger = useMessenger();
  const { userId } = useParams();
  if (messenger === null) {
    return <PageFallback />;
  }
  return (
    <div className={cx(styles.page, userId !== undefined && styles.open)}>
      <section className={styles.list} aria-label={t('conversations')}>
        <ConversationList messenger={messenger} openId={userId ?? null} />
      </section>
      {userId === undefined ? (
        <div className={styles.none}>
          <EmptyState icon={<MessagesSquare />} title={t('chooseTitle')}>
            {t('chooseText')}
          </EmptyState>
        </div>
      ) : (
        <Chat key={`${messenger.me} ${userId}`} messenger={messenger} otherId={userId} />
      )}
    </div>
  );
}
