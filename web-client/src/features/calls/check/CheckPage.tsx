import { useVideoCall } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { Card, PageHeader } from '@/shared/ui';
import { MediaCheck } from '../ui/MediaCheck';
import styles from './Check.module.css';
import { ConnectionCheck } from './ConnectionCheck';

/** Where a person finds out before a visit whether a call will work. */
export default function CheckPage() {
  const t = useTranslations('calls');
  const user = useUser();
  const { busy } = useVideoCall();
  return (
    <div className={styles.page}>
      <PageHeader title={t('checkTitle')} lead={t('checkLead')} />
      {busy ? (
        <Card>{t('checkBusy')}</Card>
      ) : (
        <>
          <Card stack>
            <h2>{t('devicesTitle')}</h2>
            <MediaCheck person={user} video lead={t('preLead')} />
          </Card>
          <Card stack>
            <h2>{t('lineTitle')}</h2>
            <p>{t('lineLead')}</p>
            <ConnectionCheck />
          </Card>
        </>
      )}
    </div>
  );
}
