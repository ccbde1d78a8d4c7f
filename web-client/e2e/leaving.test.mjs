// What is left in the browser for the next person of a shared device.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

const CANARIES = ['Canary', 'canary'];

describe('after the session', () => {
  const on = stage();
  const person = watched(on);

  /** Everything that a script or the next person could read, as one text. */
  function leftIn(page) {
    return page.evaluate(async () => {
      const kept = [document.documentElement.outerHTML, document.title, document.cookie, window.name, JSON.stringify(window.history.state)];
      kept.push(...[...document.querySelectorAll('input, textarea')].map(({ value }) => value));
      kept.push(JSON.stringify({ ...window.localStorage }), JSON.stringify({ ...window.sessionStorage }));
      kept.push(JSON.stringify(await indexedDB.databases()));
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) kept.push(request.url);
      }
      return kept.join('\n');
    });
  }

  async function assertNothing(page, token) {
    const left = await leftIn(page);
    assert.deepEqual([...CANARIES, token].filter((text) => left.includes(text)), [], page.url());
  }

  it('nothing of the person is left in the page, its storage, or behind the Back button', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Canary');
    const { page, context } = await person();
    const patient = await signUpPatient(page, 'Carla Canary');
    await book(page, doctor.id);
    const visit = await book(page, doctor.id);
    await send(practice, 'POST', `/api/appointments/${visit.id}/cancel`, { reason: 'canary of the visit' });
    const { value: token } = (await context.cookies()).find(({ name }) => name === 'token');
    await page.goto(`/messages/${doctor.id}`);
    await page.getByPlaceholder('Write a message').fill('canary sent');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('li[data-seq]').getByText('canary sent').waitFor();
    await page.getByPlaceholder('Write a message').fill('canary draft');
    await page.waitForFunction(() => JSON.stringify({ ...window.sessionStorage }).includes('canary draft'));
    await page.goto(`/visits/${visit.id}`);
    await page.getByText('canary of the visit').waitFor();
    await page.goto('/me');
    await page.getByText(patient.email).waitFor();
    assert.ok((await leftIn(page)).includes('Canary'), 'the search finds what is there');

    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('heading', { name: 'Log in to go on' }).waitFor();
    await assertNothing(page, token);
    for (const path of [`/visits/${visit.id}`, `/messages/${doctor.id}`]) {
      await page.goBack();
      await page.waitForURL(`**${path}`);
      await page.getByRole('heading', { name: 'Log in to go on' }).waitFor();
      await assertNothing(page, token);
    }
    assert.deepEqual((await context.cookies()).filter(({ name }) => name === 'token'), []);
  });
});
