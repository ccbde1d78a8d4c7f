// Nothing that a person does on a page is lost to a slow answer, a lost line, or a look elsewhere.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

describe('nothing is lost', () => {
  const on = stage();
  const person = watched(on);

  /** Holds the answers of these requests until the result is called. */
  async function held(page, method, url) {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(url, async (route) => {
      if (route.request().method() !== method) {
        return route.fallback();
      }
      const response = await route.fetch();
      await released;
      return route.fulfill({ response });
    });
    return release;
  }

  it('of what is typed while notes are saved', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Type On');
    const { page: patient } = await person();
    await signUpPatient(patient, 'Tilda Typed');
    const visit = await book(patient, doctor.id);
    await practice.goto(`/visits/${visit.id}`);
    const notes = practice.getByRole('textbox', { name: 'Notes' });
    await notes.fill('Rest');
    const release = await held(practice, 'PUT', '**/notes');
    await practice.getByRole('button', { name: 'Save notes' }).click();
    await notes.fill('Rest, and tea');
    release();
    await practice.getByText('The notes are saved.').waitFor();
    assert.equal(await notes.inputValue(), 'Rest, and tea');
    assert.equal(await practice.getByRole('alert').count(), 0);
    await practice.getByRole('button', { name: 'Save notes' }).click();
    await practice.waitForFunction(() => true);
    const { appointment } = await send(practice, 'GET', `/api/appointments/${visit.id}`);
    assert.match(appointment.notes, /^Rest/);
  });

  it('of the page that a person went to while a booking was on its way', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Late Reply');
    const { page } = await person();
    await signUpPatient(page, 'Gone Elsewhere');
    await page.goto(`/doctors/${doctor.id}`);
    const first = page.getByRole('button', { name: /at \d\d:\d\d$/ }).first();
    await first.click();
    const release = await held(page, 'POST', '**/api/appointments');
    await page.getByRole('button', { name: 'Book this visit' }).click();
    await page.getByRole('link', { name: 'Messages' }).click();
    await page.getByText('No messages yet').waitFor();
    release();
    await page.getByText(/^Your visit with Dr. Late Reply was requested/).waitFor();
    assert.equal(new URL(page.url()).pathname, '/messages');
  });

  it('of the chosen time when somebody signs up by the bar', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Bar Way');
    const { page } = await person();
    await page.goto(`/doctors/${doctor.id}`);
    await page
      .getByRole('button', { name: /at \d\d:\d\d$/ })
      .first()
      .click();
    await page.getByText('30 minutes').waitFor();
    const chosen = page.url();
    await page.getByRole('navigation').getByRole('link', { name: 'Sign up' }).click();
    await page.getByLabel('Full name').fill('Bar Comer');
    await page.getByLabel('E-mail').fill('bar.comer@example.org');
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('button', { name: 'Book this visit' }).waitFor();
    assert.equal(page.url(), chosen);
  });

  it('of a page that was not there when the line was gone', async () => {
    const { context, page } = await person();
    await signUpPatient(page, 'Olive Offline');
    await page.goto('/doctors');
    await page.getByRole('heading', { name: 'Find a doctor' }).waitFor();
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { name: "You're offline" }).waitFor();
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'No visits yet' }).waitFor();
  });

  it('of the session when its first look fails', async () => {
    const { page } = await person();
    await signUpPatient(page, 'Sam Signed');
    let failures = 1;
    await page.route('**/api/auth/me', (route) => (failures-- > 0 ? route.abort() : route.fallback()));
    await page.goto('/visits');
    await page.getByRole('heading', { name: 'No visits yet' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Sign up' }).count(), 0);
  });

  it('of the doctors when a search is emptied', async () => {
    const { page } = await person();
    await page.goto('/doctors?q=nobodyatall');
    await page.getByRole('heading', { name: 'No doctor found' }).waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('link', { name: /Dr\./ }).first().waitFor();
  });
});
