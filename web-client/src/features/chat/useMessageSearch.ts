import { useMemo, useState } from 'react';
import { fold, searchWords } from '@/shared/browser';
import type { Conversation, ConversationView } from './model/conversation';
import type { Message } from './model/ports';

/** How many older pages one press of the button reads. */
const PAGES = 20;

export interface MessageSearch {
  words: string;
  search: (words: string) => void;
  /** The number of the message at which the search stands; null if there is none. */
  at: number | null;
  /** Its place among those that were found, the newest first, from 1 on. */
  place: number;
  count: number;
  /** To the next older one, or to the next newer one. */
  older: (() => void) | undefined;
  newer: (() => void) | undefined;
  /** Reads older messages until one fits; undefined if all were read. */
  readOlder: (() => Promise<void>) | undefined;
  reading: boolean;
}

/** Finds the messages that hold all the words, among those that are loaded; older ones are loaded on request. */
export function useMessageSearch(view: ConversationView, conversation: Conversation): MessageSearch {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  const [reading, setReading] = useState(false);
  const found = useMemo(() => matches(view, words), [view, words]);
  const index = Math.max(0, chosen === null ? 0 : found.indexOf(chosen));
  const step = (to: number) => {
    const seq = found[to];
    return seq === undefined ? undefined : () => setChosen(seq);
  };

  const readOlder = async () => {
    setReading(true);
    const before = found.length;
    for (let page = 0; page < PAGES; page++) {
      await conversation.loadOlder();
      const now = conversation.view;
      const all = matches(now, words);
      if (all.length > before) {
        setChosen(all[before] ?? null);
        break;
      }
      if (!now.hasOlder || now.older === 'failed') {
        break;
      }
    }
    setReading(false);
  };
  return {
    words,
    search: (next) => {
      setWords(next);
      setChosen(null);
    },
    at: found[index] ?? null,
    place: found.length === 0 ? 0 : index + 1,
    count: found.length,
    older: step(index + 1),
    newer: step(index - 1),
    readOlder: view.hasOlder && searchWords(words).length > 0 ? readOlder : undefined,
    reading,
  };
}

function searched({ text, document }: Message): string {
  return `${text ?? ''} ${document?.name ?? ''}`;
}

/** The numbers of the messages, the newest first. */
function matches({ items }: ConversationView, words: string): number[] {
  const wanted = searchWords(words);
  return wanted.length === 0
    ? []
    : items
        .flatMap((item) => {
          const text = item.kind === 'message' ? fold(searched(item.message)) : '';
          return item.kind === 'message' && wanted.every((word) => text.includes(word)) ? [item.message.seq] : [];
        })
        .reverse();
}
