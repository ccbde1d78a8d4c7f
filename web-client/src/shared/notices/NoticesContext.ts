import { createContext, useContext } from 'react';

export interface Notice {
  kind: 'info' | 'done' | 'attention' | 'problem';
  text: string;
  action?: { label: string; run: () => void };
  /** Stays until it is dismissed, because no other place says it. Problems stay anyway, until the person goes to another page. */
  stays?: boolean;
}

export interface Notices {
  /** Shows and announces a notice; the result takes it away again. */
  notify: (notice: Notice) => () => void;
  /** Takes all notices away. */
  clear: () => void;
}

export const NoticesContext = createContext<Notices | null>(null);

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (notices === null) {
    throw new Error('useNotices needs the app around it');
  }
  return notices;
}
