import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { book, signUpDoctor, signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

describe('a part of the page that does not come', () => {
  const on = stage();
  const person = watched(on);

  const CALLS = '**/assets/CallHost-*.js';

  async function patientOf(name) {
    const { page: office } = await person();
    const { page } = await person();
    const doctor = await signUpDoctor(office, name);
    await signUpPatient(page, `Pat ${name}`);
    await book(page, doctor.id);
    return { page, doctor };
  }

  const call = (page) => page.getByRole('button', { name: 'Call with video' });

  it('calls: says that they do not work, and all else goes on', async () => {
    const { page, doctor } = await patientOf('Dr. Ann Away');
    await page.route(CALLS, (route) => route.abort());
    await page.goto(`/messages/${doctor.id}`);
    await page.getByText(/^Calls do not work on this page now/).waitFor();
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByPlaceholder('Write a message').fill('Hello');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('li[data-seq]').getByText('Hello').waitFor();
    await page.goto('/doctors');
    await page.getByText(/^Calls do not work on this page now/).waitFor();
    // They come by themselves as soon as their code does.
    await page.unroute(CALLS);
    await page.getByText(/^Calls do not work on this page now/).waitFor({ state: 'detached' });
    await page.goto(`/messages/${doctor.id}`);
    await call(page).click();
    await page.getByRole('dialog').waitFor();
  });

  it('calls: says that one is prepared while their code is on its way', async () => {
    const { page, doctor } = await patientOf('Dr. Sue Slow');
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(CALLS, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`/messages/${doctor.id}`);
    await call(page).click();
    await page.getByText('Preparing the call…').waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
    release();
    await page.getByRole('dialog').waitFor();
    await page.getByText('Preparing the call…').waitFor({ state: 'detached' });
  });

  it('a chat: says so, and opens by itself once its code can be loaded', async () => {
    const { page, doctor } = await patientOf('Dr. Cat Chat');
    const CHAT = '**/assets/ChatSession-*.js';
    await page.route(CHAT, (route) => route.abort());
    await page.goto(`/messages/${doctor.id}`);
    await page.getByRole('heading', { name: 'This page has not loaded yet' }).waitFor();
    await assertAccessible(page);
    await page.unroute(CHAT);
    await page.getByPlaceholder('Write a message').waitFor();
  });

  it('live events: come once their code can be loaded', async () => {
    const { page, doctor } = await patientOf('Dr. Liv Late');
    const SOCKET = '**/assets/esm-*.js';
    await page.route(SOCKET, (route) => route.abort());
    await page.goto(`/messages/${doctor.id}`);
    const away = page.getByText('Reconnecting. Live updates are paused.');
    await away.waitFor();
    await page.unroute(SOCKET);
    await away.waitFor({ state: 'detached' });
  });

  it('words: says so in every language, and loads them again', async () => {
    const { page } = await person();
    await page.route(/\/assets\/(en|es)-[^/]*\.js$/, (route) => route.abort());
    await page.goto('/doctors');
    await page.getByText('Health Connect could not be loaded. Check your connection.').waitFor();
    await assertAccessible(page);
    await page.unroute(/\/assets\/(en|es)-[^/]*\.js$/);
    await page.getByRole('button', { name: /Load again/ }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('the page that is opened first: its code is asked for while the words are on their way', async () => {
    const { page } = await person();
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(/\/assets\/en-[^/]*\.js$/, async (route) => {
      await released;
      await route.continue();
    });
    const asked = page.waitForRequest(/\/assets\/LogInPage-[^/]*\.js$/);
    await page.goto('/login');
    await asked;
    release();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});
