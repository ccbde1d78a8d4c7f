import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { newPerson } from './browser.mjs';
import { eventsOf } from './ical.mjs';
import { loseReply } from './line.mjs';
import { emailOf, PASSWORD, send, signUpPatient } from './people.mjs';
import { hasFocus, PHONE, stage } from './stage.mjs';

describe('accounts', () => {
  const on = stage();

  /** Runs with a browser of one's own, on a phone, and looks for faults at the end. */
  async function person(body, options = {}) {
    const { context, page, faults } = await newPerson(on.browser, on.server.url, { viewport: PHONE, ...options });
    await body(page, context);
    assert.deepEqual(faults, []);
    await context.close();
  }

  it('signs up a patient, who stays logged in after a reload', () =>
    person(async (page) => {
      await page.goto('/signup');
      await assertAccessible(page);
      await page.getByLabel('Full name').fill('Anna Berg');
      await page.getByLabel('E-mail').fill('anna.berg@example.org');
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.getByRole('link', { name: 'Account', exact: true }).click();
      await page.getByText('anna.berg@example.org').first().waitFor();
      await page.reload();
      await page.getByText('anna.berg@example.org').first().waitFor();
      await assertAccessible(page);
    }));

  it('signs up a doctor, and says what is missing next to the fields', () =>
    person(async (page) => {
      await page.goto('/signup');
      await page.getByLabel('A doctor').check();
      await page.getByRole('button', { name: 'Create account' }).click();
      const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
      await summary.waitFor();
      await hasFocus(summary);
      await summary.getByRole('link', { name: 'Enter your specialty.' }).click();
      await hasFocus(page.locator('#signup-specialization'));
      await assertAccessible(page);
      await page.getByLabel('Full name').fill('Dr. Marta Vidal');
      await page.getByLabel('E-mail').fill('marta.vidal@example.org');
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByLabel('Specialty').fill('Cardiology');
      await page.getByLabel('Years of experience').fill('12');
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    }));

  it('takes an e-mail once, and keeps what was typed', () =>
    person(async (page) => {
      await signUpPatient(page, 'Taken Already');
      await send(page, 'POST', '/api/auth/logout');
      await page.goto('/signup');
      await page.getByLabel('Full name').fill('Somebody Else');
      await page.getByLabel('E-mail').fill(emailOf('Taken Already'));
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.getByRole('link', { name: 'There is already an account with this e-mail address.' }).waitFor();
      assert.equal(await page.getByLabel('Full name').inputValue(), 'Somebody Else');
    }));

  it('is signed up with the second try when the reply to the first was lost, but not with another password', () =>
    person(async (page) => {
      const create = page.getByRole('button', { name: 'Create account' });
      await page.goto('/signup');
      await page.getByLabel('Full name').fill('Lost Reply');
      await page.getByLabel('E-mail').fill(emailOf('Lost Reply'));
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await loseReply(page, '**/api/auth/signup');
      await create.click();
      await page.getByRole('alert').filter({ hasText: 'There is a problem' }).waitFor();
      await page.getByLabel('Password', { exact: true }).fill(`${PASSWORD} of another`);
      await create.click();
      await page.getByRole('link', { name: 'There is already an account with this e-mail address.' }).waitFor();
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await create.click();
      await page.getByRole('link', { name: 'Account', exact: true }).click();
      await page.getByText(emailOf('Lost Reply')).first().waitFor();
    }));

  it('asks for the log-in at the address that was wanted, and shows it then', () =>
    person(async (page) => {
      await signUpPatient(page, 'Deep Link');
      await send(page, 'POST', '/api/auth/logout');
      await page.goto('/me');
      await page.getByRole('heading', { name: 'Log in to continue' }).waitFor();
      await assertAccessible(page);
      await page.getByLabel('E-mail').fill(emailOf('Deep Link'));
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.getByRole('link', { name: 'The e-mail address or the password is wrong.' }).waitFor();
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.getByRole('heading', { name: 'Account', exact: true }).waitFor();
      assert.equal(new URL(page.url()).pathname, '/me');
    }));

  it('says when a password may be tried again after many wrong ones', () =>
    person(async (page) => {
      await signUpPatient(page, 'Often Wrong');
      await send(page, 'POST', '/api/auth/logout');
      await page.goto('/login');
      await page.getByLabel('E-mail').fill(emailOf('Often Wrong'));
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      const looked = page.getByRole('link', { name: 'The e-mail address or the password is wrong.' });
      const wait = page.getByText('That was too much at once. Try again in a few seconds.');
      // Five cost nothing; each later one that was looked at doubles the time in which the next is not.
      for (let tries = 0; tries < 12 && (await wait.count()) === 0; tries += 1) {
        const answered = page.waitForResponse('**/api/auth/login');
        await page.getByRole('button', { name: 'Log in' }).click();
        await answered;
        await looked.or(wait).waitFor();
      }
      await wait.waitFor();
      await assertAccessible(page);
    }));

  it('logs out all tabs at once', () =>
    person(async (page, context) => {
      await signUpPatient(page, 'Two Tabs');
      const other = await context.newPage();
      await page.goto('/me');
      await other.goto('/me');
      await other.getByRole('heading', { name: 'Account', exact: true }).waitFor();
      await page.getByRole('button', { name: 'Log out', exact: true }).click();
      await other.getByRole('heading', { name: 'Log in to continue' }).waitFor();
      assert.equal(await other.getByText(emailOf('Two Tabs')).count(), 0);
    }));

  it('notices over the live connection that the session was ended elsewhere', () =>
    person(async (page) => {
      await signUpPatient(page, 'Ended Elsewhere');
      const connected = page.waitForEvent('websocket');
      await page.goto('/me');
      await (
        await connected
      ).waitForEvent('framereceived', { predicate: ({ payload }) => String(payload).startsWith('40') });
      await send(page, 'POST', '/api/auth/logout');
      await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.getByRole('heading', { name: 'Account', exact: true }).waitFor();
    }));

  it('makes a link for another calendar, and ends it with a new one', () =>
    person(async (page) => {
      await signUpPatient(page, 'Carla Calendar');
      await page.goto('/account');
      await page.waitForURL('/me');
      await page.getByRole('button', { name: 'Make a link' }).click();
      const shown = page.getByText(/\/api\/calendar\/\w+\.ics$/);
      const url = await shown.innerText();
      await assertAccessible(page);
      const feed = await fetch(url);
      assert.equal(feed.status, 200);
      assert.deepEqual(eventsOf(await feed.text()), []);
      await page.getByRole('button', { name: 'Make a new link, end the old one' }).click();
      await page.getByText(url).waitFor({ state: 'detached' });
      assert.equal((await fetch(url)).status, 404);
      assert.equal((await fetch(await shown.innerText())).status, 200);
      await page.reload();
      await page.getByText(/The link was made on/).waitFor();
      assert.equal(await shown.count(), 0);
    }));

  it('ends the link for another calendar with the password', () =>
    person(async (page) => {
      await signUpPatient(page, 'Pia Password');
      await page.goto('/me');
      await page.getByRole('button', { name: 'Make a link' }).click();
      const shown = page.getByText(/\/api\/calendar\/\w+\.ics$/);
      const url = await shown.innerText();
      assert.equal((await fetch(url)).status, 200);
      await page.getByLabel('Current password', { exact: true }).fill(PASSWORD);
      await page.getByLabel('New password', { exact: true }).fill('violet-Harbour-42-kite');
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByText(/your calendar link no longer works/).waitFor();
      await page.getByRole('button', { name: 'Make a link' }).waitFor();
      await shown.waitFor({ state: 'detached' });
      assert.equal((await fetch(url)).status, 404);
    }));

  it('speaks Spanish to those who want it, and shows unknown addresses as such', () =>
    person(
      async (page) => {
        await page.goto('/nowhere/at/all');
        await page.getByRole('heading', { name: 'Página no encontrada' }).waitFor();
        assert.equal(await page.locator('html').getAttribute('lang'), 'es');
        await assertAccessible(page);
      },
      { locale: 'es-ES' },
    ));
});
