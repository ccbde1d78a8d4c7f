import { type ReactNode, Suspense } from 'react';
import { Boundary } from '../ui';

/** What is beside the page: it shows once its code has come, and the page goes on without it. */
export function Apart({ children }: { children: ReactNode }) {
  return (
    <Boundary>
      <Suspense>{children}</Suspense>
    </Boundary>
  );
}
