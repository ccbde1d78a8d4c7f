import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { type Notice, NoticesContext } from '@/shared/notices';
import { useLocation } from '@/shared/router';
import { systemClock } from '@/shared/time';
import { Button, cx, IconButton } from '@/shared/ui';
import styles from './NoticesProvider.module.css';

const SHOWN_MS = 6_000;
const MOST = 9;
const ICONS = { info: Info, done: CircleCheck, attention: TriangleAlert, problem: CircleAlert };

type Shown = Notice & { id: number };

/**
 * Shows notices in a row below the page, which ends above it. Screen readers announce them; they never take the
 * focus. They stay reachable while a dialog is open, and disappear with the page that they are about, after a while
 * unless they are problems. Nothing disappears under the pointer or the focus.
 */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const last = useRef(0);
  const { pathname } = useLocation();

  // Notices of another page do not concern this one, except for those with a link to their page.
  const [shownAt, setShownAt] = useState(pathname);
  if (shownAt !== pathname) {
    setShownAt(pathname);
    setShown((all) => all.filter((notice) => notice.stays === true || hasWay(notice)));
  }

  const dismiss = useCallback((id: number) => setShown((all) => all.filter((notice) => notice.id !== id)), []);
  const notify = useCallback(
    (notice: Notice) => {
      const id = ++last.current;
      setShown((all) => [...all.slice(1 - MOST), { ...notice, id }]);
      return () => dismiss(id);
    },
    [dismiss],
  );
  const notices = useMemo(() => ({ notify, clear: () => setShown([]) }), [notify]);

  return (
    <NoticesContext value={notices}>
      {children}
      <NoticesRow shown={shown} dismiss={dismiss} />
    </NoticesContext>
  );
}

function hasWay(notice: Notice): boolean {
  return notice.action !== undefined;
}

function NoticesRow({ shown, dismiss }: { shown: readonly Shown[]; dismiss: (id: number) => void }) {
  const t = useTranslations('app');
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const newest = shown.at(-1);
  const all = open && shown.length > 1;
  const [used, setUsed] = useState(false);
  const remove = useCallback(
    (id: number) => {
      // What had the focus is gone with it, without a word of that.
      setUsed(false);
      dismiss(id);
    },
    [dismiss],
  );

  // Pages end above the row, so that it covers nothing.
  useEffect(() => {
    const { style } = document.documentElement;
    const element = row.current;
    if (element === null) {
      return undefined;
    }
    const observer = new ResizeObserver(() => style.setProperty('--notices', `${element.offsetHeight}px`));
    observer.observe(element);
    const use = () => setUsed(true);
    const leave = () => setUsed(false);
    const uses = [
      ['pointerenter', use],
      ['pointerleave', leave],
      ['focusin', use],
      ['focusout', leave],
    ] as const;
    uses.forEach(([event, listener]) => element.addEventListener(event, listener));
    return () => {
      uses.forEach(([event, listener]) => element.removeEventListener(event, listener));
      observer.disconnect();
      style.removeProperty('--notices');
    };
  }, []);

  return (
    // React Aria keeps elements with this mark reachable while a dialog is open.
    <div className={styles.row} ref={row} data-react-aria-top-layer="true">
      <div className={styles.region} role="log" aria-live="polite" aria-relevant="additions" aria-label={t('notices')}>
        {shown.map((notice) => (
          // Hidden ones stay in the log, which screen readers have already announced.
          <div key={notice.id} hidden={!all && notice !== newest}>
            <OneNotice notice={notice} held={all || used} dismiss={remove} />
          </div>
        ))}
      </div>
      {shown.length > 1 && (
        <Button look="quiet" aria-expanded={all} onClick={() => setOpen(!all)}>
          {t(all ? 'fewerNotices' : 'moreNotices', { count: shown.length })}
        </Button>
      )}
    </div>
  );
}

function OneNotice({
  notice,
  held,
  dismiss,
}: {
  notice: Shown;
  /** Somebody is reading or about to press. */
  held: boolean;
  dismiss: (id: number) => void;
}) {
  const t = useTranslations('common');
  const { id } = notice;
  const passes = notice.stays !== true && notice.kind !== 'problem' && !held;
  useEffect(() => (passes ? systemClock.after(SHOWN_MS, () => dismiss(id)) : undefined), [passes, id, dismiss]);
  const Icon = ICONS[notice.kind];
  return (
    <div className={cx(styles.notice, styles[notice.kind])}>
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
}
