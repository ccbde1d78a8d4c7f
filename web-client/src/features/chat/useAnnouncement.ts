import { useEffect, useRef, useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import type { Item } from './model/items';

/** What a screen reader is told: each message of the other person that comes while the conversation is open. */
export function useAnnouncement(items: readonly Item[], me: string, name: string): string {
  const t = useTranslations('chat');
  const known = useRef<number | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const newest = items.findLast((item) => item.kind === 'message' && item.message.senderId !== me);
  const message = newest?.kind === 'message' ? newest.message : null;
  useEffect(() => {
    const seq = message?.seq ?? 0;
    const news = known.current !== null && seq > known.current;
    known.current = seq;
    if (!news || message === null) {
      return undefined;
    }
    const timer = setTimeout(() => setAnnouncement(t('announced', { name, text: message.text ?? t('photo') })));
    return () => clearTimeout(timer);
  }, [message, name, t]);
  return announcement;
}
