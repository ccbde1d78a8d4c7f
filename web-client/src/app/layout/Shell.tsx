import type { ReactNode } from 'react';
import { useTranslations } from '@/shared/i18n';
import { Apart, lazyPart } from '@/shared/lazy';
import { useSession } from '@/shared/session';
import { ConnectionStrip } from './ConnectionStrip';
import { Navigation } from './Navigation';
import styles from './Shell.module.css';

const ApprovalStrip = lazyPart(() => import('./ApprovalStrip'));
const Footer = lazyPart(() => import('./Footer'));

/** The frame around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('app');
  const { state, user } = useSession();
  const doctor = user?.role === 'doctor' ? user : null;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <Navigation />
      <div>
        <ConnectionStrip
          above={
            doctor !== null &&
            doctor.approval !== 'approved' && (
              <Apart>
                <ApprovalStrip doctor={doctor} />
              </Apart>
            )
          }
        />
        <main className={styles.main} id="main" tabIndex={-1}>
          {children}
          {state.status === 'anonymous' && (
            <Apart>
              <Footer />
            </Apart>
          )}
        </main>
      </div>
    </div>
  );
}
