import { Check, CheckCheck, Ellipsis } from 'lucide-react';
import { memo, type RefCallback } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useTimes } from '@/shared/time';
import { cx, IconButton, VisuallyHidden } from '@/shared/ui';
import styles from './Bubble.module.css';
import { ChatImage } from './files/ChatImage';
import { DocumentCard } from './files/DocumentCard';
import { MessageText } from './MessageText';
import type { Item } from './model/items';
import type { Message } from './model/ports';
import type { ChatPerson } from './usePerson';

interface MessageBubbleProps {
  item: Extract<Item, { kind: 'message' }>;
  person: ChatPerson;
  /** Goes onto messages that reading marks. */
  markRef: RefCallback<HTMLElement> | undefined;
  /** Whether a search stands at this message. */
  marked: boolean;
  openMenu: (message: Message, button: HTMLElement) => void;
}

/** A stored message. */
export const MessageBubble = memo(function MessageBubble({
  item,
  person,
  markRef,
  marked,
  openMenu,
}: MessageBubbleProps) {
  const t = useTranslations('chat');
  const times = useTimes();
  const { own, read, message } = item;
  return (
    <li
      ref={markRef}
      data-line
      data-seq={message.seq}
      className={cx(styles.bubble, own && styles.own, marked && styles.marked)}
    >
      <VisuallyHidden>{own ? t('you') : person.name}: </VisuallyHidden>
      {message.image !== null && (
        <ChatImage
          image={message.image}
          alt={t(own ? 'photoFromYou' : 'photoFrom', { name: person.name, when: times.dateTime(message.createdAt) })}
        />
      )}
      {message.document !== null && (
        <a className={styles.document} href={message.document.url} download={message.document.name}>
          <DocumentCard {...message.document} />
        </a>
      )}
      {message.text !== null && <MessageText text={message.text} />}
      <span className={styles.meta}>
        <IconButton
          className={styles.more}
          label={t('actions')}
          aria-haspopup="menu"
          onClick={(event) => openMenu(message, event.currentTarget)}
        >
          <Ellipsis size={18} aria-hidden />
        </IconButton>
        <time dateTime={message.createdAt}>{times.time(message.createdAt)}</time>
        {own && (
          <span className={cx(styles.mark, read && styles.read)}>
            {read ? <CheckCheck size={16} aria-hidden /> : <Check size={16} aria-hidden />}
            {t(read ? 'read' : 'sent')}
          </span>
        )}
      </span>
    </li>
  );
});
