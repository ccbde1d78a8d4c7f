import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { PASSWORD, signUpDoctor, signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

describe('from the start page to a booked visit', () => {
  const on = stage();
  const person = watched(on);

  /** Counts the presses of buttons and links from now on, also over pages. */
  async function counting(page) {
    let presses = 0;
    await page.exposeFunction('pressed', () => void presses++);
    await page.addInitScript(() =>
      document.addEventListener('click', ({ target }) => target.closest('a, button') && window.pressed(), true),
    );
    return () => presses;
  }
  async function practice(name) {
    const { page } = await person();
    return signUpDoctor(page, name);
  }
  /** The second, because the first may begin before it is booked. */
  const time = (page, name) => page.getByRole('link', { name: new RegExp(`: book ${name}$`) }).nth(1);
  const booked = (page) => page.getByRole('heading', { name: 'Visit requested' }).waitFor();

  it('takes at most 6 presses for somebody who is logged in', async () => {
    await practice('Dr. Six');
    const { page } = await person();
    await signUpPatient(page, 'Sara Six');
    const presses = await counting(page);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.getByRole('link', { name: 'Find a doctor' }).click();
    await time(page, 'Dr. Six').click();
    await page.getByRole('button', { name: 'Book this visit' }).click();
    await booked(page);
    assert.ok(presses() > 0 && presses() <= 6, `${presses()} presses`);
  });

  it('takes at most 10 presses with signing up', async () => {
    await practice('Dr. Ten');
    const { page } = await person();
    const presses = await counting(page);
    await page.goto('/');
    await page.getByRole('heading', { name: 'See a doctor this week, by video or chat' }).waitFor();
    await assertAccessible(page);
    await page.getByRole('searchbox').fill('Dr. Ten');
    await page.getByRole('button', { name: 'Find a doctor' }).click();
    await time(page, 'Dr. Ten').click();
    await page
      .getByRole('link', { name: /sign up|create/i })
      .last()
      .click();
    await page.getByLabel('Full name').fill('Tina Ten');
    await page.getByLabel('E-mail').fill('tina.ten@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('button', { name: 'Book this visit' }).click();
    await booked(page);
    assert.ok(presses() > 0 && presses() <= 10, `${presses()} presses`);
  });
});
