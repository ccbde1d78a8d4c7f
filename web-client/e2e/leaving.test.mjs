// What is left in the browser for the next person of a shared device. B-08.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { launch, newPerson } from './browser.mjs';
import { answer, assertReleased, newPair, startCall, talks } from './callers.mjs';
import { book, PASSWORD, send, signUpDoctor, signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

const CANARIES = ['Canary', 'canary'];

describe('after the session', () => {
  const on = stage();
  const person = watched(on);

  /** Everything that a script or the next person could read, as one text. */
  function leftIn(page) {
    return page.evaluate(async () => {
      const kept = [
        document.documentElement.outerHTML,
        document.title,
        document.cookie,
        window.name,
        JSON.stringify(window.history.state),
      ];
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
    assert.deepEqual(
      [...CANARIES, token].filter((text) => left.includes(text)),
      [],
      page.url(),
    );
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
    await page.getByText(patient.email).first().waitFor();
    assert.ok((await leftIn(page)).includes('Canary'), 'the search finds what is there');

    await page.getByRole('button', { name: 'Log out', exact: true }).click();
    await page.getByRole('heading', { name: 'Log in to continue' }).waitFor();
    await assertNothing(page, token);
    for (const path of [`/visits/${visit.id}`, `/messages/${doctor.id}`]) {
      await page.goBack();
      await page.waitForURL(`**${path}`);
      await page.getByRole('heading', { name: 'Log in to continue' }).waitFor();
      await assertNothing(page, token);
    }
    assert.deepEqual(
      (await context.cookies()).filter(({ name }) => name === 'token'),
      [],
    );
  });

  const ENDED = 'Your session has ended';

  /** The same person at another device; without a page, as far as the test sees. */
  async function atAnotherDevice(email) {
    const { page } = await person();
    await send(page, 'POST', '/api/auth/login', { email, password: PASSWORD });
    return page;
  }

  async function connected(page) {
    await page.waitForFunction(() => window.sockets?.some(({ readyState }) => readyState === WebSocket.OPEN));
  }

  function assertSocketsClosed(page) {
    return page.waitForFunction(() => window.sockets.every(({ readyState }) => readyState === WebSocket.CLOSED));
  }

  /** A logged-in patient with a word under way to a doctor. */
  async function writing(name) {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, `Dr. Canary ${name}`);
    const { page, context } = await person();
    await context.addInitScript(() => {
      window.sockets = [];
      const Original = window.WebSocket;
      window.WebSocket = class extends Original {
        constructor(...address) {
          super(...address);
          window.sockets.push(this);
        }
      };
    });
    const patient = await signUpPatient(page, `Carla Canary ${name}`);
    await book(page, doctor.id);
    await page.goto(`/messages/${doctor.id}`);
    await page.getByPlaceholder('Write a message').fill('canary draft');
    await page.waitForFunction(() => JSON.stringify({ ...window.sessionStorage }).includes('canary draft'));
    await connected(page);
    return { page, context, practice, doctor, patient };
  }

  /** Only the name to log in with is left, for the same person. */
  async function assertLost(page, email) {
    await page.getByRole('heading', { name: ENDED }).waitFor();
    await page.getByText('by logging out everywhere, or by a new password').waitFor();
    await assertSocketsClosed(page);
    const left = (await leftIn(page)).replaceAll(email, '');
    assert.deepEqual(
      CANARIES.filter((text) => left.includes(text)),
      [],
    );
  }

  async function logIn(page, password = PASSWORD) {
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
  }

  it('that another device ended with all others, the person goes on where they were', async () => {
    const { page, patient, practice } = await writing('Everywhere');
    const { appointments } = await send(page, 'GET', '/api/appointments');
    await send(practice, 'POST', `/api/appointments/${appointments[0].id}/confirm`);
    await page.getByRole('log', { name: 'Notices' }).getByText('Dr. Canary').waitFor();
    const second = await page.context().newPage();
    await second.goto('/me');
    await second.getByText(patient.email).first().waitFor();
    await connected(second);
    const { pathname } = new URL(page.url());
    await send(await atAnotherDevice(patient.email), 'POST', '/api/auth/logout?everywhere=true');
    await Promise.all([assertLost(page, patient.email), assertLost(second, patient.email)]);
    await assertAccessible(page);
    await logIn(page);
    await second.getByText(patient.email).first().waitFor();
    const composer = page.getByPlaceholder('Write a message');
    await composer.waitFor();
    assert.equal(await composer.inputValue(), 'canary draft');
    assert.equal(new URL(page.url()).pathname, pathname);
  });

  it('that a new password ended, the old one opens nothing', async () => {
    const { page, patient } = await writing('Password');
    const newPassword = 'another horse, another battery';
    await send(await atAnotherDevice(patient.email), 'POST', '/api/auth/password', {
      currentPassword: PASSWORD,
      newPassword,
    });
    await assertLost(page, patient.email);
    await logIn(page);
    await page.getByRole('link', { name: 'The e-mail address or the password is wrong.' }).waitFor();
    await logIn(page, newPassword);
    await page.getByPlaceholder('Write a message').waitFor();
  });

  it('that ran out, also a page that everybody may see keeps nothing, and somebody else can go on', async () => {
    const { page, context, doctor, patient } = await writing('Idle');
    let holding = false;
    const sent = [];
    const held = [];
    await page.route('**/api/**', (route) => {
      const request = route.request();
      if (holding && !(request.method() === 'POST' && request.url().endsWith('/api/appointments'))) {
        held.push(route);
        return undefined;
      }
      sent.push(request);
      return route.continue();
    });
    const bookAfterTheSession = async () => {
      await connected(page);
      // Nothing else that the page asks for, or has asked for, may tell it of the end before the booking does.
      holding = true;
      await Promise.all(sent.splice(0).map((request) => request.response()));
      await context.clearCookies();
      await page.getByRole('button', { name: 'Book this visit' }).click();
      await page.getByRole('heading', { name: ENDED }).waitFor();
      holding = false;
      await Promise.all(held.splice(0).map((route) => route.continue()));
    };
    await page.goto(`/doctors/${doctor.id}`);
    await page.locator('button[data-at]').nth(1).click();
    await page.getByLabel('Reason').fill('canary of the reason');
    await bookAfterTheSession();
    await assertLost(page, patient.email);
    await logIn(page);
    assert.equal(await page.getByLabel('Reason').inputValue(), 'canary of the reason');
    await bookAfterTheSession();
    await page.getByRole('button', { name: 'Continue without logging in and discard what I typed' }).click();
    await page.getByRole('heading', { name: doctor.name }).waitFor();
    assert.equal(await page.getByLabel('Reason').inputValue(), '');
    assert.ok(!(await leftIn(page)).includes(patient.email));
  });

  it('the other tabs of the browser say so, and close too', async () => {
    const { page, patient, context } = await writing('Tabs');
    const second = await context.newPage();
    await second.goto('/me');
    await second.getByText(patient.email).first().waitFor();
    await connected(second);
    await second.getByRole('button', { name: 'Log out', exact: true }).click();
    for (const tab of [page, second]) {
      await tab.getByText('You have logged out.').waitFor();
      await assertSocketsClosed(tab);
      await assertNothing(tab, patient.email);
    }
  });

  it('that ended elsewhere in a call, camera and microphone are let go, and the other side is told', async () => {
    const { doctor, patient } = await newPair(on.browser, on.server.url);
    await startCall(doctor.page);
    await answer(patient.page);
    await Promise.all([talks(doctor.page), talks(patient.page)]);
    await send(await atAnotherDevice(patient.user.email), 'POST', '/api/auth/logout?everywhere=true');
    await patient.page.getByRole('heading', { name: ENDED }).waitFor();
    await Promise.all([assertReleased(patient.page), assertSocketsClosed(patient.page)]);
    await patient.page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.deepEqual(await patient.page.evaluate(() => Object.keys(window.sessionStorage)), []);
    await doctor.page.getByRole('dialog', { name: 'Call ended' }).waitFor({ timeout: 90_000 });
    await assertReleased(doctor.page);
    for (const { context, faults } of [doctor, patient]) {
      assert.deepEqual(faults, []);
      await context.close();
    }
  });

  it('that ended elsewhere in the check before a call, camera and microphone are let go', async () => {
    const { doctor, patient } = await newPair(on.browser, on.server.url);
    await patient.page.getByRole('button', { name: /^Call / }).click();
    await patient.page.getByRole('button', { name: 'Check camera and microphone' }).click();
    await patient.page.getByRole('meter').waitFor();
    await send(await atAnotherDevice(patient.user.email), 'POST', '/api/auth/logout?everywhere=true');
    await patient.page.getByRole('heading', { name: ENDED }).waitFor();
    await patient.page.getByRole('dialog').waitFor({ state: 'detached' });
    await Promise.all([assertReleased(patient.page), assertSocketsClosed(patient.page)]);
    for (const { context, faults } of [doctor, patient]) {
      assert.deepEqual(faults, []);
      await context.close();
    }
  });

  it('that ended while the page lay in the browser for the Back button, the page shows nothing when it comes back', async () => {
    const browser = await launch({ whole: true, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    try {
      const { page, context, faults } = await newPerson(browser, on.server.url);
      const { email } = await signUpPatient(page, 'Bea Canary');
      await context.addInitScript((canary) => {
        window.addEventListener('pageshow', ({ persisted }) => {
          window.cameBack = persisted;
          window.seen = 0;
          const look = () => {
            if (document.documentElement.style.visibility !== 'hidden' && document.body.textContent.includes(canary))
              window.seen++;
            requestAnimationFrame(look);
          };
          if (persisted) look();
        });
      }, email);
      const leave = async () => {
        await page.getByText(email).first().waitFor();
        await page.goto(`${on.server.url.replace('127.0.0.1', 'localhost')}/health/ready`);
      };
      await page.goto('/me');
      await leave();
      await page.evaluate(() => void setTimeout(() => window.history.back()));
      await page.waitForFunction(() => window.cameBack);
      await leave();
      await send(await atAnotherDevice(email), 'POST', '/api/auth/logout?everywhere=true');
      await page.evaluate(() => void setTimeout(() => window.history.back()));
      await page.getByRole('heading', { name: 'Log in to continue' }).waitFor();
      assert.deepEqual(await page.evaluate(() => [window.cameBack, window.seen]), [true, 0]);
      assert.deepEqual(faults, []);
    } finally {
      await browser.close();
    }
  });
});
