import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { launch } from './browser.mjs';
import { startServer } from './jar.mjs';
import { startMailbox } from './mailbox.mjs';
import { emailOf, PASSWORD, send, signUpPatient } from './people.mjs';
import { watched } from './stage.mjs';

describe('recovery by mail', () => {
  const on = { server: undefined, browser: undefined };
  let mailbox;
  before(async () => {
    mailbox = await startMailbox();
    on.browser = await launch();
    on.server = await startServer((url) =>
      Object.entries(mailbox.settings(url)).flatMap(([name, value]) => [flag(name), value]),
    );
  });
  after(async () => {
    await on.browser?.close();
    await on.server?.stop();
    await mailbox?.stop();
  });
  const flag = (name) => `--${name.toLowerCase().replaceAll('_', '-')}`;
  const person = watched(on);
  const NEW = 'quite another staple battery';

  it('a forgotten password is replaced with a link that comes by mail', async () => {
    const { page } = await person();
    const { page: elsewhere } = await person();
    await signUpPatient(elsewhere, 'Fay Forgot');
    await elsewhere.goto('/me');
    await elsewhere.getByRole('heading', { name: 'Account', exact: true }).waitFor();
    await page.goto('/login');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByText('We mail you a link').waitFor();
    await assertAccessible(page);
    const ask = page.getByRole('button', { name: 'Send me a link' });
    await ask.click();
    await page.getByRole('alert').filter({ hasText: 'There is a problem' }).waitFor();
    await page.getByLabel('E-mail').fill(emailOf('Fay Forgot'));
    await ask.click();
    await page.getByRole('heading', { name: 'Check your e-mail' }).waitFor();
    await assertAccessible(page);
    const { link, text } = await mailbox.next(emailOf('Fay Forgot'), 'Set a new password');
    assert.ok(link.startsWith(`${on.server.url}/reset#`), text);
    await page.goto(link);
    await page.getByLabel('New password', { exact: true }).fill(NEW);
    await page.getByRole('button', { name: 'Save new password' }).click();
    await page.getByRole('heading', { name: 'Your new password is set' }).waitFor();
    await elsewhere.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await send(page, 'POST', '/api/auth/login', { email: emailOf('Fay Forgot'), password: NEW });
  });

  it('says the same of an address that nobody has, and sends nothing', async () => {
    const { page } = await person();
    await page.goto('/forgot');
    await page.getByLabel('E-mail').fill('nobody@example.org');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByRole('heading', { name: 'Check your e-mail' }).waitFor();
    assert.deepEqual(
      mailbox.mails.filter(({ to }) => to === 'nobody@example.org'),
      [],
    );
  });

  it('another address counts once it is confirmed, and the former one is told', async () => {
    const { page } = await person();
    await signUpPatient(page, 'Mo Ving');
    await page.goto('/me');
    await page.getByText('This address is not confirmed yet').waitFor();
    const first = await mailbox.next(emailOf('Mo Ving'), 'Please confirm your e-mail address');
    await page.goto(first.link);
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Confirm the address' }).click();
    await page.getByRole('heading', { name: 'Your e-mail address is confirmed' }).waitFor();
    await page.getByRole('link', { name: 'Go to your account' }).click();
    await page.getByRole('heading', { name: 'E-mail address' }).waitFor();
    assert.equal(await page.getByText('This address is not confirmed yet').count(), 0);

    const card = page.locator('form').filter({ has: page.getByLabel('New e-mail address') });
    await card.getByLabel('New e-mail address').fill('mo.new@example.org');
    await card.getByLabel('Current password').fill('wrong');
    await card.getByRole('button', { name: 'Send me a link' }).click();
    await card.getByRole('link', { name: 'The password is wrong.' }).waitFor();
    await card.getByLabel('Current password').fill(PASSWORD);
    await card.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByText('mo.new@example.org takes its place').waitFor();
    await assertAccessible(page);
    const second = await mailbox.next('mo.new@example.org', 'Please confirm your new e-mail address');
    await page.goto(second.link);
    await page.getByRole('button', { name: 'Confirm the address' }).click();
    await page.getByRole('heading', { name: 'Your e-mail address is confirmed' }).waitFor();
    const told = await mailbox.next(emailOf('Mo Ving'), 'Your e-mail address was changed');
    assert.ok(!told.text.includes('mo.new'), told.text);
    await page.getByRole('link', { name: 'Go to your account' }).click();
    await page.getByText('mo.new@example.org').first().waitFor();

    // Once.
    await page.goto('/login');
    await page.goto(second.link);
    await page.getByRole('button', { name: 'Confirm the address' }).click();
    await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
    await assertAccessible(page);
  });

  it('asks and confirms in Spanish too', async () => {
    const { page } = await person({ locale: 'es-ES' });
    await page.goto('/forgot');
    await page.getByText('Le enviamos por correo un enlace').waitFor();
    await assertAccessible(page);
    await page.goto('/verify');
    await page.getByRole('heading', { name: 'Este enlace ya no sirve' }).waitFor();
    await assertAccessible(page);
  });
});
