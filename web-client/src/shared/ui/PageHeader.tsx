import { ChevronLeft } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { cameBack, Link, useLocation } from '../router';
import { useMessages } from '../messages';
import { useUnreadNotices } from '../notices';
import styles from './PageHeader.module.css';

const PRODUCT = 'Health Connect';
let firstPage = true;

/** Names the page in the tab, with what is unread in front, and counts that at the app's icon. */
export function useTitle(title: string): void {
  const unread = useMessages().unread + useUnreadNotices();
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${title} – ${PRODUCT}`;
  }, [title, unread]);
  useEffect(() => {
    // On the icon of the installed app, where the system shows a number there; 0 removes it.
    if ('setAppBadge' in navigator) {
      void navigator.setAppBadge(unread).catch(() => undefined);
    }
  }, [unread]);
}

/**
 * For the heading of a page. It names the page in the tab, and takes the focus when the person came here from another
 * page, so that screen readers say where they are.
 */
export function usePageHeading(title: string): RefObject<HTMLHeadingElement | null> {
  useTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    if (!firstPage) {
      heading.current?.focus({ preventScroll: cameBack() });
    }
    firstPage = false;
  }, [pathname]);
  return heading;
}

/** The heading of a page, with what stands beside it; `picture` is whom the page is about. */
export function PageHeader({
  title,
  picture,
  lead,
  back,
  actions,
}: {
  title: string;
  picture?: ReactNode;
  lead?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
}) {
  const heading = usePageHeading(title);
  return (
    <header className={styles.header}>
      {back !== undefined && (
        <div className={styles.above}>
          <Link className={styles.back} to={back.to}>
            <ChevronLeft size={20} aria-hidden />
            {back.label}
          </Link>
        </div>
      )}
      <div className={styles.who}>
        {picture}
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        </div>
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
