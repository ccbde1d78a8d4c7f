import { Paperclip, Lock, SendHorizontal, Camera } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useSocketState } from '@/shared/socket';
import { IconButton, VisuallyHidden } from '@/shared/ui';
import styles from './Composer.module.css';
import { PendingFile } from './files/PendingFile';
import type { PendingFileState } from './files/usePendingFile';
import type { Conversation, ConversationView } from './model/conversation';
import type { Messenger } from './model/messenger';
import { codePoints } from './codePoints';
import type { ChatPerson } from './usePerson';

/** The server's limit, in code points. */
const LONGEST = 4096;
const COUNT_FROM = LONGEST - 200;

interface ComposerProps {
  messenger: Messenger;
  conversation: Conversation;
  view: ConversationView;
  person: ChatPerson;
  file: PendingFileState;
  /** Whether the field takes the focus: after a message was moved back here, the button that did so is gone. */
  focused: boolean;
}

/** Where a message is written. What is typed stays, whatever happens. */
export function Composer(props: ComposerProps) {
  const t = useTranslations('chat');
  return props.view.ended ? (
    <p className={styles.ended} role="status">
      <Lock size={18} aria-hidden />
      {t('ended')}
    </p>
  ) : (
    <Writing {...props} />
  );
}

function Writing({ messenger, conversation, view, person, file, focused }: ComposerProps) {
  const t = useTranslations('chat');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => messenger.draft(person.id));
  const left = LONGEST - codePoints(text);
  const ready = left >= 0 && !file.preparing && (text.trim() !== '' || file.ready !== null);

  useEffect(() => {
    const element = field.current;
    if (focused && element !== null) {
      element.focus();
      element.setSelectionRange(element.value.length, element.value.length);
    }
  }, [focused]);
  useLayoutEffect(() => {
    const element = field.current;
    if (element !== null) {
      element.style.height = 'auto';
      element.style.height = `${element.scrollHeight + 2}px`;
    }
  }, [text]);

  const write = (value: string) => {
    setText(value);
    messenger.setDraft(person.id, value);
    if (value.trim() !== '') {
      conversation.typed();
    }
  };
  const send = () => {
    if (ready) {
      conversation.send(text.trim(), file.ready);
      file.clear();
      write('');
    }
    field.current?.focus();
  };
  const key = (event: KeyboardEvent) => {
    // On phones Enter is the only way to a new line, and there is a button to send.
    const touch = window.matchMedia('(pointer: coarse)').matches;
    if (event.key === 'Enter' && !event.shiftKey && !endsComposition(event) && !touch) {
      event.preventDefault();
      send();
    }
  };
  const paste = (event: ClipboardEvent) => {
    // Cells of a spreadsheet come as text and as a picture of it: the text is meant.
    if (file.allowed && event.clipboardData.files.length > 0 && event.clipboardData.getData('text/plain') === '') {
      event.preventDefault();
      file.choose(event.clipboardData.files);
    }
  };
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <State view={view} />
      <PendingFile file={file} />
      <div className={styles.row}>
        {file.allowed && <Attach file={file} />}
        <VisuallyHidden>
          <label htmlFor={id}>{t('write', { name: person.name })}</label>
        </VisuallyHidden>
        <textarea
          ref={field}
          id={id}
          className={styles.field}
          rows={1}
          dir="auto"
          placeholder={t('placeholder')}
          value={text}
          aria-invalid={left < 0 || undefined}
          aria-describedby={`${id}-left`}
          onChange={(event) => write(event.target.value)}
          onKeyDown={key}
          onPaste={paste}
        />
        <IconButton type="submit" look="primary" label={t('send')} aria-disabled={!ready}>
          <SendHorizontal size={20} aria-hidden />
        </IconButton>
      </div>
      <p id={`${id}-left`} className={left < 0 ? styles.tooLong : styles.left} aria-live="polite">
        {left < 0 ? t('tooLong', { count: -left }) : left <= LONGEST - COUNT_FROM ? t('left', { count: left }) : ''}
      </p>
    </form>
  );
}

/** Whether the key belongs to an input method. Safari ends the composition before the key, and marks it with 229. */
function endsComposition({ nativeEvent }: Pick<KeyboardEvent, 'nativeEvent'>): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells in Safari
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}

/** Why what is sent now does not arrive at once. */
function State({ view }: { view: ConversationView }) {
  const t = useTranslations('chat');
  const socket = useSocketState();
  const away = socket === 'reconnecting' || socket === 'ended' || socket === 'replaced';
  const text = view.pausedUntil !== null ? t('tooFast') : away ? t('offlineHint') : null;
  return <div role="status">{text !== null && <p className={styles.state}>{text}</p>}</div>;
}

function Attach({ file }: { file: PendingFileState }) {
  const t = useTranslations('chat');
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const input = { type: 'file', hidden: true, 'aria-hidden': true, tabIndex: -1 } as const;
  const chosen = (element: HTMLInputElement) => {
    file.choose(element.files);
    element.value = '';
  };
  return (
    <>
      <input
        {...input}
        ref={picker}
        accept="image/jpeg,image/png,image/webp,image/gif,application/pdf"
        onChange={(event) => chosen(event.target)}
      />
      <input
        {...input}
        ref={camera}
        accept="image/*"
        capture="environment"
        onChange={(event) => chosen(event.target)}
      />
      <IconButton label={t('attach')} onClick={() => picker.current?.click()}>
        <Paperclip size={22} aria-hidden />
      </IconButton>
      <IconButton className={styles.camera} label={t('camera')} onClick={() => camera.current?.click()}>
        <Camera size={22} aria-hidden />
      </IconButton>
    </>
  );
}
