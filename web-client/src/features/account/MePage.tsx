import { BellRing, CalendarClock, Phone, UserRound } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useSession, useUser } from '@/shared/session';
import { Avatar, Button, ButtonLink, Card, PageHeader, Preferences, useProblemText } from '@/shared/ui';
import styles from './Account.module.css';
import { ChangePassword } from './ChangePassword';
import { OwnAudit } from './OwnAudit';
import { OwnCalendar } from './OwnCalendar';
import { OwnData } from './OwnData';
import { OwnEmail } from './OwnEmail';
import { OwnSessions } from './OwnSessions';
import { SecondFactor } from './SecondFactor';

export default function MePage() {
  const t = useTranslations('account');
  const text = useProblemText();
  const user = useUser();
  const { logOut } = useSession();
  // Comes first then, because the pages of admins may ask for it. It does not move once it is turned on.
  const [needsSecondFactor] = useState(user.role === 'admin' && !user.secondFactor);
  const { notify } = useNotices();
  const leave = useMutation({
    mutationFn: logOut,
    onError: (error) => notify({ kind: 'problem', text: text(error) }),
  });
  return (
    <>
      <PageHeader title={t('meTitle')} />
      <div className={styles.sections}>
        <div className={styles.who}>
          <Avatar person={user} size="large" />
          <div>
            <h2>{user.name}</h2>
            <p className={styles.quiet}>{user.email}</p>
          </div>
        </div>
        {user.role !== 'admin' && (
          <ButtonLink to="/me/profile" icon={<UserRound size={20} aria-hidden />}>
            {t('profile')}
          </ButtonLink>
        )}
        {user.role === 'doctor' && (
          <ButtonLink to="/schedule" icon={<CalendarClock size={20} aria-hidden />}>
            {t('schedule')}
          </ButtonLink>
        )}
        {user.role !== 'admin' && (
          <ButtonLink to="/calls" icon={<Phone size={20} aria-hidden />}>
            {t('calls')}
          </ButtonLink>
        )}
        {user.role !== 'admin' && (
          <ButtonLink to="/notices/settings" icon={<BellRing size={20} aria-hidden />}>
            {t('noticeSettings')}
          </ButtonLink>
        )}
        {needsSecondFactor && <SecondFactor />}
        <Card stack>
          <h2>{t('preferences')}</h2>
          <Preferences className={styles.form ?? ''} />
        </Card>
        <OwnEmail />
        <ChangePassword />
        {!needsSecondFactor && <SecondFactor />}
        {user.role !== 'admin' && <OwnCalendar />}
        <OwnSessions />
        <OwnAudit />
        <Card stack>
          <h2>{t('account')}</h2>
          <div className={styles.actions}>
            <Button busy={leave.isPending} onClick={() => leave.mutate({})}>
              {t('logOut')}
            </Button>
            <Button look="harm-quiet" busy={leave.isPending} onClick={() => leave.mutate({ everywhere: true })}>
              {t('logOutEverywhere')}
            </Button>
          </div>
        </Card>
        <OwnData />
      </div>
    </>
  );
}
