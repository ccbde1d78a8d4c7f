import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asked, serve, serverConfig, show, withBrowser } from '@/test/show';
import ForgotPage from './ForgotPage';
import VerifyPage from './VerifyPage';

beforeEach(() => {
  withBrowser();
  return () => vi.unstubAllGlobals();
});

function answers(mail: boolean, answer: (asked: Asked) => object | number) {
  return serve((asked) => (asked.path === '/api/config' ? serverConfig({ features: { mail } }) : answer(asked)));
}

const posts = (asked: Asked[]) => asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]);

describe('the page of forgotten passwords', () => {
  async function ask() {
    fireEvent.change(await screen.findByLabelText(/E-mail/), { target: { value: 'nina@example.org' } });
    fireEvent.click(screen.getByRole('button', { name: 'Send me a link' }));
  }

  it('asks for a mail, and does not say who has an account', async () => {
    const asked = answers(true, () => 204);
    show(<ForgotPage />);
    await ask();
    await screen.findByText('Check your e-mail');
    expect(posts(asked)).toEqual([['/api/auth/forgot', { email: 'nina@example.org' }]]);
  });

  it('says whom to ask where no mails are sent', async () => {
    answers(false, () => 204);
    show(<ForgotPage />);
    await screen.findByText(/Ask whoever runs this server/);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says so too when the server has stopped sending mails', async () => {
    answers(true, () => ({ status: 409, code: 'mail_off' }));
    show(<ForgotPage />);
    await ask();
    await screen.findByText(/Ask whoever runs this server/);
  });
});

describe('the page behind a link that confirms an address', () => {
  const confirm = () => fireEvent.click(screen.getByRole('button', { name: 'Confirm the address' }));

  it('confirms nothing before it is asked to', async () => {
    const asked = answers(true, () => 204);
    show(<VerifyPage />, { at: '/verify#s3cret' });
    expect(posts(asked)).toEqual([]);
    confirm();
    await screen.findByText('Your e-mail address is confirmed');
    expect(posts(asked)).toEqual([['/api/auth/verify', { token: 's3cret' }]]);
  });

  it.each([
    [422, 'invalid_token', 'This link does not work any more'],
    [409, 'email_taken', 'The address belongs to another account'],
  ])('says what is wrong at %i', async (status, code, title) => {
    answers(true, () => ({ status, code }));
    show(<VerifyPage />, { at: '/verify#s3cret' });
    confirm();
    await screen.findByText(title);
  });

  it('says at once that a link is not whole', () => {
    answers(true, () => 204);
    show(<VerifyPage />);
    screen.getByText('This link does not work any more');
  });
});
