import { useTranslations } from '@/shared/i18n';
import { useTimes } from '@/shared/time';
import { Card } from '@/shared/ui';
import type { System } from './administrationApi';
import { Facts } from './Facts';

/** The notices that wait to leave all servers by one channel. */
export function OutboxCard({ title, outbox }: { title: string; outbox: System['outboxes']['mail'] }) {
  const t = useTranslations('administration');
  const times = useTimes();
  return (
    <Card stack>
      <h2>{title}</h2>
      <Facts
        facts={[
          [t('outboxWaiting'), String(outbox.waiting)],
          [t('outboxOldest'), outbox.oldestAt === null ? t('outboxNone') : times.dateTime(outbox.oldestAt)],
          [t('outboxFailed'), String(outbox.failed)],
        ]}
      />
    </Card>
  );
}
