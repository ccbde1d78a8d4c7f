import { useQuery } from '@tanstack/react-query';
import { useConfig } from '@/shared/config';
import { useTranslations } from '@/shared/i18n';
import { Awaited, Card, PageHeader } from '@/shared/ui';
import { Channel } from './Channel';
import { loadSettings, NOTICE_SETTINGS } from './noticesApi';
import styles from './Notices.module.css';
import { Reminders } from './Reminders';
import { ThisDevice } from './ThisDevice';

/** How the person wants to be told: when to be reminded, and of what, on devices and by mail. */
export default function SettingsPage() {
  const t = useTranslations('notices');
  const config = useConfig();
  const mail = config?.features.mail !== false;
  const settings = useQuery({ queryKey: NOTICE_SETTINGS, queryFn: loadSettings, staleTime: 0 });
  return (
    <>
      <PageHeader title={t('settings')} back={{ to: '/notices', label: t('title') }} />
      {settings.data === undefined ? (
        <Awaited query={settings} count={2} />
      ) : (
        <div className={styles.sections}>
          <Reminders stored={settings.data.reminderMinutes} />
          <ThisDevice />
          {config?.vapidKey && <Channel channel="push" stored={settings.data.kinds} />}
          {mail ? (
            <Channel channel="mail" stored={settings.data.kinds} />
          ) : (
            <Card stack>
              <h2>{t('mails')}</h2>
              <p>{t('noMails')}</p>
            </Card>
          )}
        </div>
      )}
    </>
  );
}
