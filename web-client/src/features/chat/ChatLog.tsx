import { ArrowDown, Copy, Reply } from 'lucide-react';
import { Fragment, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useCopy } from '@/shared/notices';
import { dateIn, OWN_ZONE, useNow, useTimes } from '@/shared/time';
import { type Action, ActionMenu, Button, VisuallyHidden } from '@/shared/ui';
import styles from './ChatLog.module.css';
import { EventLine } from './events/EventLine';
import { type ChatEvent, type Line, withEvents } from './events/events';
import { MessageBubble } from './MessageBubble';
import type { Conversation, ConversationView } from './model/conversation';
import type { Message } from './model/ports';
import type { Unsent } from './model/outbox';
import { UnsentBubble } from './UnsentBubble';
import { useAnnouncement } from './useAnnouncement';
import { useReadMarks } from './useReadMarks';
import { useScroll } from './useScroll';
import { useSummary } from './useSummary';
import type { ChatPerson } from './usePerson';

interface ChatLogProps {
  view: ConversationView;
  /** What happened beside the messages. */
  events: readonly ChatEvent[];
  conversation: Conversation;
  person: ChatPerson;
  me: string;
  /** Withdraws a message, and returns it so that it can be changed. */
  editUnsent: (unsent: Unsent) => void;
  /** Begins an answer to this text. */
  reply: (text: string) => void;
  /** The number of the message at which a search stands. */
  found: number | null;
}

/** The messages, the newest at the bottom. It scrolls only if the reader is at the end or has just sent something. */
export function ChatLog({ view, events, conversation, person, me, editUnsent, reply, found }: ChatLogProps) {
  const t = useTranslations('chat');
  const [firstUnread] = useState(() => firstUnreadOf(view));
  const box = useRef<HTMLDivElement>(null);
  const lines = useRef<HTMLOListElement>(null);
  const shown = useMemo(() => withEvents(view.items, events, view.hasOlder), [view.items, events, view.hasOlder]);
  const { newBelow, onScroll, toEnd } = useScroll(box, lines, shown, me, () => {
    if (view.hasOlder && view.older !== 'failed') {
      void conversation.loadOlder();
    }
  });
  const copy = useCopy();
  const summary = useSummary();
  const [menu, setMenu] = useState<{ message: Message; button: RefObject<HTMLElement> }>();
  const openMenu = useCallback((message: Message, button: HTMLElement) => {
    setMenu({ message, button: { current: button } });
  }, []);
  useEffect(() => {
    if (found !== null) {
      box.current?.querySelector(`[data-seq="${found}"]`)?.scrollIntoView({ block: 'center' });
    }
  }, [found]);
  const actionsFor = (message: Message): Action[] => [
    ...(view.ended
      ? []
      : [{ label: t('reply'), icon: <Reply size={18} aria-hidden />, run: () => reply(summary(message)) }]),
    ...(message.text === null
      ? []
      : [
          {
            label: t('copy'),
            icon: <Copy size={18} aria-hidden />,
            run: () => copy(message.text ?? '', { done: t('copied'), failed: t('notCopied') }),
          },
        ]),
  ];
  const markRef = useReadMarks(box, conversation);
  const announcement = useAnnouncement(view.items, me, person.name);
  return (
    <div className={styles.frame}>
      {/* New messages are announced one by one below, so that older pages are not read out. */}
      <div
        className={styles.log}
        ref={box}
        role="log"
        aria-live="off"
        aria-label={t('log', { name: person.name })}
        // A box that scrolls must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={onScroll}
      >
        <Beginning view={view} loadOlder={() => void conversation.loadOlder()} />
        <ol className={styles.lines} ref={lines}>
          {shown.map((item, index) => (
            <Fragment key={item.key}>
              <DayDivider item={item} before={shown[index - 1]} />
              {item.kind === 'message' && item.message.seq === firstUnread && (
                <li className={styles.divider} data-first-unread>
                  {t('newMessages')}
                </li>
              )}
              {item.kind === 'message' && (
                <MessageBubble
                  item={item}
                  person={person}
                  markRef={item.own ? undefined : markRef}
                  marked={item.message.seq === found}
                  openMenu={openMenu}
                />
              )}
              {item.kind === 'unsent' && (
                <UnsentBubble unsent={item.unsent} conversation={conversation} editUnsent={editUnsent} />
              )}
              {(item.kind === 'visit' || item.kind === 'call') && <EventLine event={item} />}
            </Fragment>
          ))}
        </ol>
        {view.items.length === 0 && <p className={styles.empty}>{t('noMessages', { name: person.name })}</p>}
        {view.typing && (
          <p className={styles.typing} dir="auto">
            {t('typing', { name: person.name })}
          </p>
        )}
      </div>
      {menu !== undefined && (
        <ActionMenu
          label={t('actions')}
          button={menu.button}
          actions={actionsFor(menu.message)}
          onClose={() => setMenu(undefined)}
        />
      )}
      {newBelow > 0 && (
        <Button className={styles.jump} look="primary" icon={<ArrowDown size={18} aria-hidden />} onClick={toEnd}>
          {t('newBelow', { count: newBelow })}
        </Button>
      )}
      <VisuallyHidden>
        <span role="status">
          <span key={announcement.seq}>{announcement.text}</span>
        </span>
      </VisuallyHidden>
    </div>
  );
}

function Beginning({ view, loadOlder }: { view: ConversationView; loadOlder: () => void }) {
  const t = useTranslations('chat');
  if (!view.hasOlder) {
    return view.items.length > 0 && <p className={styles.quiet}>{t('beginning')}</p>;
  }
  return view.older === 'failed' ? (
    <p className={styles.quiet}>
      {t('olderFailed')} <Button onClick={loadOlder}>{t('retry')}</Button>
    </p>
  ) : (
    <p className={styles.quiet}>
      <Button look="quiet" busy={view.older === 'loading'} onClick={loadOlder}>
        {t('older')}
      </Button>
    </p>
  );
}

function DayDivider({ item, before }: { item: Line; before: Line | undefined }) {
  const t = useTranslations('chat');
  const times = useTimes();
  const today = dateIn(OWN_ZONE, useNow());
  const day = dateIn(OWN_ZONE, atOf(item));
  if (before !== undefined && dateIn(OWN_ZONE, atOf(before)) === day) {
    return null;
  }
  return (
    <li className={styles.day}>
      <time dateTime={day}>{day === today ? t('today') : times.date(atOf(item))}</time>
    </li>
  );
}

function atOf(line: Line): Date {
  switch (line.kind) {
    case 'message':
      return new Date(line.message.createdAt);
    case 'unsent':
      return new Date(line.unsent.at);
    default:
      return new Date(line.at);
  }
}

function firstUnreadOf({ items, readByMe }: ConversationView): number | null {
  const first = items.find((item) => item.kind === 'message' && !item.own && item.message.seq > readByMe);
  return first?.kind === 'message' ? first.message.seq : null;
}
