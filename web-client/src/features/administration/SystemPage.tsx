import { useQuery } from '@tanstack/react-query';
import { CircleAlert, RefreshCw } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { useTimes } from '@/shared/time';
import { Awaited, Button, Card, ErrorState, PageHeader } from '@/shared/ui';
import { AdminGate } from './AdminGate';
import styles from './Administration.module.css';
import { type System, systemQuery } from './administrationApi';
import { Facts } from './Facts';
import { OutboxCard } from './OutboxCard';
import { RegularTasks } from './RegularTasks';
import { useBytes } from '@/shared/bytes';
import { worriesOf } from './worries';

/** How the server that answered is doing, and what all servers share. */
export function SystemPage() {
  const t = useTranslations('administration');
  const times = useTimes();
  const system = useQuery(systemQuery);
  return (
    <>
      <PageHeader
        title={t('system')}
        {...(system.data !== undefined && { lead: t('asOf', { at: times.time(new Date(system.dataUpdatedAt)) }) })}
        actions={
          <Button
            icon={<RefreshCw size={20} aria-hidden />}
            busy={system.isFetching}
            onClick={() => void system.refetch()}
          >
            {t('refresh')}
          </Button>
        }
      />
      <AdminGate error={system.error}>
        {system.data === undefined ? (
          <Awaited query={system} />
        ) : (
          <Report system={system.data} asOf={new Date(system.dataUpdatedAt)} />
        )}
        {system.data !== undefined && system.error !== null && <ErrorState error={system.error} />}
      </AdminGate>
    </>
  );
}

function Report({ system, asOf }: { system: System; asOf: Date }) {
  const t = useTranslations('administration');
  const times = useTimes();
  const bytes = useBytes();
  const { store, feed, load } = system;
  const worries = worriesOf(system, asOf);
  return (
    <div className={styles.stack}>
      {worries.length > 0 && (
        <div className={styles.worries} role="note">
          {worries.map((worry) => (
            <p key={worry}>
              <CircleAlert size={16} aria-hidden />
              {t(`worry_${worry}`)}
            </p>
          ))}
        </div>
      )}
      <div className={styles.columns}>
        <Card stack>
          <h2>{t('software')}</h2>
          <Facts
            facts={[
              [t('version'), system.version],
              [t('runningSince'), times.dateTime(system.startedAt)],
              [t('zoneData'), system.zoneData],
              [t('java'), system.javaVersion],
            ]}
          />
        </Card>
        <Card stack>
          <h2>{t('store')}</h2>
          <Facts
            facts={[
              [t('product'), store.product],
              [t('size'), bytes(store.bytes)],
              [t('free'), store.freeBytes === null ? '' : bytes(store.freeBytes)],
              [t('schema'), String(store.schema)],
            ]}
          />
        </Card>
        <Card stack>
          <h2>{t('now')}</h2>
          <Facts
            facts={[
              [t('sockets'), String(load.sockets)],
              [t('queuedRequests'), String(load.queues.requests)],
              [t('queuedEvents'), String(load.queues.events)],
              [t('queuedPasswords'), String(load.queues.passwords)],
              [t('queuedImages'), String(load.queues.images)],
              [t('memory'), t('ofAll', { part: bytes(load.heapBytes), all: bytes(load.mostHeapBytes) })],
              [t('uncaughtFailures'), String(load.uncaughtFailures)],
            ]}
          />
        </Card>
        <Card stack>
          <h2>{t('changes')}</h2>
          <Facts
            facts={[
              [t('nodes'), String(feed.nodes)],
              [t('lag'), feed.lagSeconds === null ? t('noLag') : t('seconds', { count: feed.lagSeconds })],
              [t('skipped'), String(feed.skipped)],
              [t('interruptions'), String(feed.interruptions)],
              [t('listenerFailures'), String(feed.listenerFailures)],
            ]}
          />
        </Card>
        <OutboxCard title={t('outboxMail')} outbox={system.outboxes.mail} />
        <OutboxCard title={t('outboxPush')} outbox={system.outboxes.push} />
      </div>
      <RegularTasks tasks={system.upkeep} />
    </div>
  );
}
