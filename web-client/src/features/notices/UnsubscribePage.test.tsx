import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Route } from '@/shared/router';
import { serve, show, withBrowser } from '@/test/show';
import UnsubscribePage from './UnsubscribePage';

beforeEach(() => {
  withBrowser();
  return () => vi.unstubAllGlobals();
});

function page(answer: object | number) {
  const asked = serve(() => answer);
  const { notices } = show(
    <Route path="/unsubscribe/:token">
      <UnsubscribePage />
    </Route>,
    { at: '/unsubscribe/p1~visit_moved~proof' },
  );
  return { asked, notices };
}

const stop = () => fireEvent.click(screen.getByRole('button', { name: 'Stop mails of this kind' }));

describe('the page behind the link of a mail', () => {
  it('stops nothing before it is asked to', async () => {
    const { asked } = page(204);
    expect(asked).toHaveLength(0);
    stop();
    await screen.findByText('No more mails of this kind');
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /unsubscribe/p1~visit_moved~proof']);
  });

  it('says so when the link is none', async () => {
    page({ status: 422, code: 'invalid_token' });
    stop();
    await screen.findByText('This link does not work');
  });

  it('can be tried again after a failure', async () => {
    const { notices } = page({ status: 503, code: 'unavailable' });
    stop();
    await waitFor(() => expect(notices.map(({ kind }) => kind)).toEqual(['problem']));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Stop mails of this kind' }).disabled).toBe(false);
  });
});
