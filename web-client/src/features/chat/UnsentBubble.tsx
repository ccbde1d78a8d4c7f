import { CircleAlert, Clock3 } from 'lucide-react';
import { ApiProblem, type ProblemCode } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { Button, cx, useProblemText } from '@/shared/ui';
import styles from './Bubble.module.css';
import { UnsentFile } from './files/UnsentFile';
import { MessageText } from './MessageText';
import type { Conversation } from './model/conversation';
import type { Unsent } from './model/outbox';

/** Trying again cannot help. */
const FINAL = new Set([
  'forbidden',
  'not_found',
  'invalid_request',
  'too_large',
  'unsupported_media_type',
  'damaged_image',
  'too_many_pixels',
]);

/** A message that the server has not stored yet. */
export function UnsentBubble({
  unsent,
  conversation,
  editUnsent,
}: {
  unsent: Unsent;
  conversation: Conversation;
  editUnsent: (unsent: Unsent) => void;
}) {
  const t = useTranslations('chat');
  const { clientId, text, file, state, progress } = unsent;
  const failed = state === 'failed';
  const uploading = file !== null && !failed;
  const final = FINAL.has(unsent.failure ?? '');
  return (
    <li data-line className={cx(styles.bubble, styles.own, styles.unsent, failed && styles.failed)}>
      {file !== null && <UnsentFile file={file} />}
      {text !== '' && <MessageText text={text} />}
      {uploading && <progress className={styles.progress} max={1} value={progress} aria-label={t('uploading')} />}
      <span className={styles.meta} role={failed ? 'alert' : undefined}>
        {failed ? <CircleAlert size={16} aria-hidden /> : <Clock3 size={16} aria-hidden />}
        {failed ? <Failure code={unsent.failure} /> : t(state === 'waiting' ? 'waiting' : 'sending')}
      </span>
      {(failed || uploading) && (
        <span className={styles.actions}>
          {failed && !final && <Button onClick={() => conversation.retry(clientId)}>{t('retry')}</Button>}
          {failed && final && unsent.failure !== 'forbidden' && (
            <Button onClick={() => editUnsent(unsent)}>{t('change')}</Button>
          )}
          <Button look="quiet" onClick={() => (failed ? conversation.discard(clientId) : editUnsent(unsent))}>
            {t(failed ? 'discard' : 'cancelUpload')}
          </Button>
        </span>
      )}
    </li>
  );
}

function Failure({ code }: { code: string | null }) {
  const t = useTranslations('chat');
  const problem = useProblemText();
  const reason = code === 'forbidden' ? t('ended') : problem(new ApiProblem((code ?? 'internal') as ProblemCode));
  return <span>{t('notSent', { reason })}</span>;
}
