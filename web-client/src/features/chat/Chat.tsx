import { type DragEvent, useEffect, useState } from 'react';
import { ApiProblem, type ProblemCode } from '@/shared/api';
import { useConfig } from '@/shared/config';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { cx, ErrorState, SkeletonList } from '@/shared/ui';
import styles from './Chat.module.css';
import { useConversation } from './ChatContext';
import { ChatHeader } from './ChatHeader';
import { ChatLog } from './ChatLog';
import { Composer } from './Composer';
import { useEvents } from './events/useEvents';
import { usePendingFile } from './files/usePendingFile';
import type { Messenger } from './model/messenger';
import type { Unsent } from './model/outbox';
import { quote } from './quotes';
import { SearchBar } from './SearchBar';
import { useMessageSearch } from './useMessageSearch';
import { usePerson } from './usePerson';

/** One conversation: the other person, the messages, and the composer. */
export function Chat({
  messenger,
  otherId,
  beside = false,
}: {
  messenger: Messenger;
  otherId: string;
  /** Without its header, as a part of another page. */
  beside?: boolean;
}) {
  const t = useTranslations('chat');
  const view = useConversation(messenger, otherId);
  const user = useUser();
  const config = useConfig();
  const person = usePerson(messenger, otherId);
  const conversation = messenger.conversation(otherId);
  const events = useEvents(messenger.me, otherId);
  const file = usePendingFile();
  const [over, setOver] = useState(false);
  const [restored, setRestored] = useState(0);
  useEffect(() => {
    void conversation.open();
  }, [conversation]);

  const [searching, setSearching] = useState(false);
  const search = useMessageSearch(view, conversation);

  /** Puts words before what was written, into a composer that takes the focus. */
  const write = (words: string) => {
    messenger.setDraft(otherId, [words, messenger.draft(otherId)].filter((part) => part !== '').join('\n'));
    setRestored(restored + 1);
  };
  /** Moves an unsent message back to the composer. What was written meanwhile stays, below it. */
  const editUnsent = (unsent: Unsent) => {
    conversation.discard(unsent.clientId);
    if (unsent.file !== null) {
      file.restore(unsent.file);
    }
    write(unsent.text);
  };
  const drag = (event: DragEvent) => {
    if (file.allowed && [...event.dataTransfer.types].includes('Files')) {
      event.preventDefault();
      setOver(true);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    file.choose(event.dataTransfer.files);
  };
  return (
    // Dropping a file is another way to the button that adds one.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={cx(styles.chat, beside && styles.beside, over && styles.over)}
      aria-label={t('chatWith', { name: person.name })}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {!beside && (
        <div>
          <ChatHeader person={person} ended={view.ended} onSearch={() => setSearching(true)} />
          {searching && (
            <SearchBar
              search={search}
              onClose={() => {
                setSearching(false);
                search.search('');
              }}
            />
          )}
          {user.role === 'patient' && config?.emergencyText != null && (
            <p className={styles.emergency}>{config.emergencyText}</p>
          )}
        </div>
      )}
      {view.load === 'failed' && (
        <div className={styles.fill}>
          <ErrorState error={new ApiProblem(view.failure as ProblemCode)} retry={() => void conversation.open()} />
        </div>
      )}
      {(view.load === 'idle' || view.load === 'loading') && (
        <div className={styles.fill}>
          <SkeletonList count={4} />
        </div>
      )}
      {view.load === 'ready' && (
        <>
          <ChatLog
            view={view}
            events={events}
            conversation={conversation}
            person={person}
            me={messenger.me}
            editUnsent={editUnsent}
            reply={(text) => write(quote(text))}
            found={search.at}
          />
          <Composer
            key={restored}
            messenger={messenger}
            conversation={conversation}
            view={view}
            person={person}
            file={file}
            focused={restored > 0}
          />
        </>
      )}
    </section>
  );
}
