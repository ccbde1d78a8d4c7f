import { useQuery, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, askAgain } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { STORED_NOTICES, UNREAD_NOTICES } from '@/shared/notices';
import { useResync, useSocketEvent } from '@/shared/socket';
import { Badge } from '@/shared/ui';

const unreadReply = v.object({ unread: v.number() });

async function loadUnread({ signal }: { signal: AbortSignal }): Promise<number> {
  return (await api.get('/api/notices', unreadReply, { query: { limit: 1 }, signal })).unread;
}

/** How many notices are unread. It keeps the notices that are shown anywhere up to date. */
export default function UnreadNotices() {
  const t = useTranslations('app');
  const queries = useQueryClient();
  const { data: count = 0 } = useQuery({ queryKey: UNREAD_NOTICES, queryFn: loadUnread });
  const loadAgain = () => askAgain(queries, STORED_NOTICES);
  useSocketEvent('notice', loadAgain);
  useResync(loadAgain);
  return <Badge count={count} label={t('unreadNotices', { count })} />;
}
