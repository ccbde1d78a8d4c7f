import { useTranslations } from '@/shared/i18n';
import { Card } from '@/shared/ui';
import styles from './Administration.module.css';
import type { System } from './administrationApi';

const KNOWN = [
  'end_expired_calls',
  'reap_lost_devices',
  'check_waiting',
  'decline_unconfirmed_appointments',
  'send_reminders',
  'update_next_free',
  'record_seen_sessions',
  'purge_sessions',
  'purge_reset_tokens',
  'purge_email_tokens',
  'purge_account_mails',
  'purge_idempotency_keys',
  'purge_holds',
  'purge_audit',
  'purge_outbox',
  'finish_erasures',
  'end_retention',
  'sweep_images',
  'close_expired_sockets',
  'notice_other_writers',
  'send_mail',
  'clear_outbox',
  'send_pushes',
  'clear_push_outbox',
  'purge_push_outbox',
] as const;

type Known = (typeof KNOWN)[number];

function isKnown(name: string): name is Known {
  return (KNOWN as readonly string[]).includes(name);
}

/** What the server does again and again, and whether it keeps to it. */
export function RegularTasks({ tasks }: { tasks: System['upkeep'] }) {
  const t = useTranslations('administration');
  return (
    <Card stack>
      <h2 id="regular-tasks">{t('tasks')}</h2>
      {/* Scrolls by itself on narrow screens. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="regular-tasks">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('task')}</th>
              <th scope="col">{t('runs')}</th>
              <th scope="col">{t('failures')}</th>
              <th scope="col">{t('overdue')}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.name}>
                <th scope="row">{isKnown(task.name) ? t(`task_${task.name}`) : task.name}</th>
                <td>{task.runs}</td>
                <td className={task.failures > 0 ? styles.wrong : undefined}>{task.failures}</td>
                <td className={task.overdueSeconds > 0 ? styles.wrong : undefined}>
                  {task.overdueSeconds > 0 ? t('seconds', { count: task.overdueSeconds }) : t('onTime')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
