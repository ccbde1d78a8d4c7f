import { useEffect, useRef, useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import type { Item } from './model/items';
import { useSummary } from './useSummary';

/**
 * What a screen reader announces: each message from the other person that arrives while the conversation is open. The
 * number distinguishes it from an earlier message with the same text. */
export function useAnnouncement(items: readonly Item[], me: string, name: string): { seq: number; text: string } {
  const t = useTranslations('chat');
  const summary = useSummary();
  const known = useRef<number | null>(null);
  const [announcement, setAnnouncement] = useState({ seq: 0, text: '' });
  const newest = items.findLast((item) => item.kind === 'message' && item.message.senderId !== me);
  const message = newest?.kind === 'message' ? newest.message : null;
  useEffect(() => {
    const seq = message?.seq ?? 0;
    const news = known.current !== null && seq > known.current;
    known.current = seq;
    if (!news || message === null) {
      return undefined;
    }
    const timer = setTimeout(() =>
      setAnnouncement({
        seq,
        text: t('announced', { name, text: summary(message) }),
      }),
    );
    return () => clearTimeout(timer);
  }, [message, name, summary, t]);
  return announcement;
}
