import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { launch, newPerson } from './browser.mjs';
import { startServer } from './jar.mjs';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';
import { startProxy } from './proxy.mjs';
import { PHONE, watching } from './stage.mjs';

describe('without a network', () => {
  const on = {};
  before(async () => {
    on.server = await startServer();
    on.proxy = await startProxy('pass');
    on.proxy.passTo(on.server.url);
    on.browser = await launch({ whole: true });
  });
  after(async () => {
    await on.browser?.close();
    await on.proxy?.stop();
    await on.server?.stop();
  });
  const person = watching((options = {}) =>
    newPerson(on.browser, on.proxy.url, { viewport: PHONE, serviceWorkers: 'allow', ...options }),
  );

  /** What is kept on the device, once its service worker has all files. */
  const installed = (page) =>
    page.waitForFunction(async () => {
      await navigator.serviceWorker.ready;
      return navigator.serviceWorker.controller?.state === 'activated';
    });
  const copies = (page) =>
    page.evaluate(async () => {
      const names = await caches.keys();
      return names.includes('copies') ? (await (await caches.open('copies')).keys()).map(({ url }) => url) : [];
    });
  async function patientOf(name) {
    const { page: practice } = await person({ serviceWorkers: 'block' });
    const doctor = await signUpDoctor(practice, name);
    const { page } = await person();
    await signUpPatient(page, `Patient of ${name}`);
    await page.goto('/home');
    await installed(page);
    return { page, visit: await book(page, doctor.id) };
  }

  it('a page opens, and the appointments that were seen can be read', async () => {
    const { page, visit } = await patientOf('Dr. Off Line');
    await page.goto(`/visits/${visit.id}`);
    await page.getByRole('heading', { name: 'Visit with Dr. Off Line' }).waitFor();
    await page.goto('/home');
    await page.getByRole('region', { name: 'Waiting for an answer' }).getByText('Dr. Off Line').waitFor();
    on.proxy.away();
    await page.goto(`/visits/${visit.id}`);
    await page.getByRole('heading', { name: 'Visit with Dr. Off Line' }).waitFor();
    await page.getByText('A cough').waitFor();
    await assertAccessible(page);
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('region', { name: 'Waiting for an answer' }).getByText('Dr. Off Line').waitFor();
    // A page that was never opened comes too; what it has to show does not.
    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByRole('heading', { name: 'Account', exact: true }).waitFor();
    on.proxy.back();
    await page.goto('/messages');
    await page.getByRole('heading', { name: 'Messages', exact: true }).first().waitFor();
  });

  it('nobody reads what somebody else has seen: copies go with the session', async () => {
    const { page, visit } = await patientOf('Dr. For Get');
    await page.goto(`/visits/${visit.id}`);
    await page.getByRole('heading', { name: 'Visit with Dr. For Get' }).waitFor();
    assert.ok((await copies(page)).some((url) => url.endsWith(visit.id)));
    // The session ends elsewhere.
    await send(page, 'POST', '/api/auth/logout?everywhere=true');
    await page.goto('/home');
    await page.getByText('Log in to continue').or(page.getByText('Your session has ended')).first().waitFor();
    await page.waitForFunction(async () => !(await caches.keys()).includes('copies'));
  });

  it('a tab goes on when a newer release has taken its files away, and offers it', async () => {
    const { page } = await patientOf('Dr. New Release');
    const worker = await (await fetch(new URL('/sw.js', on.server.url))).text();
    const headers = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' };
    // Its own page is the same here; it keeps none of the files of before.
    const body = worker.replace(/const FILES = .*;/, "const FILES = ['/'];").replace(/'files-[^']*'/, "'files-next'");
    on.proxy.reply('/sw.js', { status: 200, headers, body });
    on.proxy.remove(/^\/assets\//);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await page.getByText('A new version of Health Connect is ready.').waitFor();
    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByRole('heading', { name: 'Account', exact: true }).waitFor();
    on.proxy.remove(/^$/);
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload to update' }).click()]);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});
