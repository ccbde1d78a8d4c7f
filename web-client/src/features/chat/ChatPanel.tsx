import { PageFallback } from '@/shared/lazy';
import { Chat } from './Chat';
import { useMessenger } from './ChatContext';

/** A conversation beside something else, whose page says already who the other person is. */
export default function ChatPanel({ otherId }: { otherId: string }) {
  const messenger = useMessenger();
  return messenger === null ? (
    <PageFallback />
  ) : (
    <Chat key={`${messenger.me} ${otherId}`} messenger={messenger} otherId={otherId} beside />
  );
}
