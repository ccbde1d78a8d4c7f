import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { emailOf, PASSWORD, send, signUpPatient } from './people.mjs';
import { hasFocus, stage, watched } from './stage.mjs';

describe('where a person is logged in', () => {
  const on = stage();
  const person = watched(on);
  const entries = (page) => page.getByRole('listitem').filter({ hasText: 'Logged in on' });

  async function loggedIn(name) {
    const { page } = await person();
    await send(page, 'POST', '/api/auth/login', { email: emailOf(name), password: PASSWORD });
    await page.goto('/me');
    await page.getByRole('heading', { name: 'Where you are logged in' }).waitFor();
    return page;
  }

  it('lists the devices and ends one of them, and then all others', async () => {
    const { page: here } = await person();
    await signUpPatient(here, 'Every Where');
    const second = await loggedIn('Every Where');
    const third = await loggedIn('Every Where');
    const fourth = await loggedIn('Every Where');
    await here.goto('/me');
    const heading = here.getByRole('heading', { name: 'Where you are logged in' });
    await entries(here).nth(3).waitFor();
    assert.equal(await entries(here).count(), 4);
    const own = entries(here).filter({ hasText: 'This device' });
    assert.match(await own.innerText(), /^Chrome on Linux/);
    assert.equal(await own.getByRole('button').count(), 0);
    await assertAccessible(here);

    // The newest comes first.
    await entries(here).first().getByRole('button', { name: 'Log out: Chrome on Linux' }).click();
    await here.getByText('That device has been logged out.').waitFor();
    await hasFocus(heading);
    await fourth.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await entries(here).nth(3).waitFor({ state: 'detached' });
    assert.equal(await entries(here).count(), 3);
    await here.getByRole('button', { name: 'Log out on all other devices' }).click();
    await here.getByText('All other devices have been logged out.').waitFor();
    for (const page of [second, third]) {
      await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    }
    await entries(here).nth(1).waitFor({ state: 'detached' });
    assert.equal(await entries(here).count(), 1);
    assert.equal(await here.getByRole('button', { name: 'Log out on all other devices' }).count(), 0);
  });
});
