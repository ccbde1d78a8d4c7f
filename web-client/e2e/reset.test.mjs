import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { emailOf, PASSWORD, send, signUpPatient } from './people.mjs';
import { hasFocus, stage, watched } from './stage.mjs';

describe('a forgotten password', () => {
  const on = stage();
  const person = watched(on);
  const NEW = 'quite another staple battery';
  const field = (page) => page.getByLabel('New password', { exact: true });

  it('is replaced once with the link that the server prints, and all devices are logged out', async () => {
    const { page } = await person();
    const { page: elsewhere } = await person();
    await signUpPatient(elsewhere, 'For Getful');
    await elsewhere.goto('/me');
    await elsewhere.getByRole('heading', { name: 'Account', exact: true }).waitFor();
    await page.goto('/login');
    await page.getByText('Forgot your password?').click();
    await page.getByText('Ask whoever runs this server for a link').waitFor();
    await assertAccessible(page);

    const link = await on.server.command('--reset-link', emailOf('For Getful'));
    assert.ok(link.startsWith(`${on.server.url}/reset#`), link);
    await page.goto(link);
    await page.getByRole('heading', { name: 'Set a new password' }).waitFor();
    await assertAccessible(page);
    const save = page.getByRole('button', { name: 'Save new password' });
    await field(page).fill('short');
    await save.click();
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
    await hasFocus(summary);
    await summary.getByRole('link', { name: 'The password needs at least 8 characters.' }).waitFor();
    await field(page).fill('password123');
    await save.click();
    await summary.getByRole('link', { name: /too easy to guess/ }).waitFor();
    await field(page).fill(NEW);
    await save.click();
    await page.getByRole('heading', { name: 'Your new password is set' }).waitFor();
    await assertAccessible(page);
    await elsewhere.getByRole('heading', { name: 'Your session has ended' }).waitFor();

    await page.getByRole('link', { name: 'Go to log in' }).click();
    await page.getByLabel('E-mail').fill(emailOf('For Getful'));
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('link', { name: 'The e-mail address or the password is wrong.' }).waitFor();
    await page.getByLabel('Password', { exact: true }).fill(NEW);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('link', { name: 'Account', exact: true }).waitFor();
    await send(page, 'POST', '/api/auth/logout');

    await page.goto('/login');
    await page.goto(link);
    await field(page).fill(NEW);
    await save.click();
    await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
    await assertAccessible(page);
    await page.getByRole('link', { name: 'Go to log in' }).click();
    await page.getByRole('heading', { name: 'Log in', exact: true }).waitFor();
  });

  it('says so at once where the link is not whole, in Spanish too', async () => {
    const { page } = await person({ locale: 'es-ES' });
    await page.goto('/reset');
    await page.getByRole('heading', { name: 'Este enlace ya no sirve' }).waitFor();
    await assertAccessible(page);
  });
});
