import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { type Notice, NoticesContext } from '@/shared/notices';
import { Button, cx, IconButton } from '@/shared/ui';
import styles from './NoticesProvider.module.css';

const SHOWN_MS = 6_000;
const MOST = 3;
const ICONS = { info: Info, done: CircleCheck, attention: TriangleAlert, problem: CircleAlert };

/** The place where short news appear. Screen readers hear them; they never take the focus. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('common');
  const tApp = useTranslations('app');
  const [shown, setShown] = useState<(Notice & { id: number })[]>([]);
  const last = useRef(0);

  const dismiss = useCallback((id: number) => setShown((all) => all.filter((notice) => notice.id !== id)), []);
  const notify = useCallback(
    (notice: Notice) => {
      const id = ++last.current;
      setShown((all) => [...all.slice(1 - MOST), { ...notice, id }]);
      if (notice.stays !== true && notice.action === undefined && notice.kind !== 'problem') {
        setTimeout(() => dismiss(id), SHOWN_MS);
      }
      return () => dismiss(id);
    },
    [dismiss],
  );
  const notices = useMemo(() => ({ notify, clear: () => setShown([]) }), [notify]);

  return (
    <NoticesContext value={notices}>
      {children}
      <div className={styles.region} role="log" aria-live="polite" aria-relevant="additions" aria-label={tApp('notices')}>
        {shown.map((notice) => {
          const Icon = ICONS[notice.kind];
          return (
            <div key={notice.id} className={cx(styles.notice, styles[notice.kind])}>
              <Icon size={20} aria-hidden />
              <span className={styles.text}>{notice.text}</span>
              {notice.action !== undefined && (
                <Button
                  look="quiet"
                  onClick={() => {
                    dismiss(notice.id);
                    notice.action?.run();
                  }}
                >
                  {notice.action.label}
                </Button>
              )}
              <IconButton label={t('dismiss')} onClick={() => dismiss(notice.id)}>
                <X size={18} aria-hidden />
              </IconButton>
            </div>
          );
        })}
      </div>
    </NoticesContext>
  );
}
