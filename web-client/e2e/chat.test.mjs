// B-01.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { newPerson } from './browser.mjs';
import { painted, reachesInto } from './line.mjs';
import { PAYLOADS } from './payloads.mjs';
import { book, emailOf, freeTimes, PASSWORD, send, signUpDoctor, signUpPatient } from './people.mjs';
import { stage } from './stage.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 900 } };

describe('messages', () => {
  const EMERGENCY = 'In an emergency, call 112.';
  const on = stage(['--limit-chat-burst', '2000', '--emergency-text', EMERGENCY]);

  let pairs = 0;
  /** A doctor at a desk and a patient on a phone, who share a visit. */
  async function pair(body, { names = {} } = {}) {
    pairs += 1;
    const letters = String.fromCharCode(96 + pairs);
    const one = await newPerson(on.browser, on.server.url, DESK);
    const two = await newPerson(on.browser, on.server.url, PHONE);
    const doctor = await signUpDoctor(one.page, names.doctor ?? `Dr. Marta Vidal ${letters}`);
    const patient = await signUpPatient(two.page, names.patient ?? `Anna Berg ${letters}`);
    await book(two.page, doctor.id, { mode: 'chat' });
    await body({
      doctor,
      patient,
      desk: one.page,
      phone: two.page,
      deskContext: one.context,
      phoneContext: two.context,
    });
    assert.deepEqual([...one.faults, ...two.faults], []);
    await Promise.all([one.context.close(), two.context.close()]);
  }

  const field = (page) => page.getByPlaceholder('Write a message');
  const log = (page) => page.getByRole('log', { name: /^Messages with/ });
  /** A sign of typing is not kept for a page that has just been loaded and is not connected yet. */
  async function typeUntilSeen(from, at) {
    const deadline = Date.now() + 60_000;
    for (;;) {
      await field(from).pressSequentially('Hello? ');
      try {
        await log(at).getByText('is typing').waitFor({ timeout: 3_000 });
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
  }
  async function write(page, text) {
    await field(page).fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
  }
  const texts = (page) => log(page).locator('li[data-seq] p').allTextContents();
  const say = (page, to, text) => send(page, 'POST', `/api/messages/${to}`, { text });

  it('tell the patient whom to turn to in an emergency', () =>
    pair(async ({ doctor, patient, desk, phone }) => {
      await phone.goto(`/messages/${doctor.id}`);
      await phone.getByText(EMERGENCY).waitFor();
      await desk.goto(`/messages/${patient.id}`);
      await field(desk).waitFor();
      assert.equal(await desk.getByText(EMERGENCY).count(), 0);
    }));

  it('stand among what happened with the visits of the two, each in its place', () =>
    pair(async ({ doctor, patient, desk, phone }) => {
      const [{ id }] = (await send(phone, 'GET', '/api/appointments')).appointments;
      await say(phone, doctor.id, 'May I bring my test results?');
      await send(desk, 'POST', `/api/appointments/${id}/confirm`);
      await say(desk, patient.id, 'Please do.');
      const lines = (page) => log(page).locator('li[data-seq] p, li > span > a').allTextContents();
      const told = async (page, expected) => {
        await log(page).getByText(expected.at(-1)).waitFor();
        const there = await lines(page);
        assert.equal(there.length, expected.length, there.join('\n'));
        expected.forEach((words, place) => assert.match(there[place], words));
      };
      await phone.goto(`/messages/${doctor.id}`);
      const before = [
        /^You requested a visit on /,
        /^May I bring my test results\?$/,
        /^Dr\. Marta Vidal \w confirmed the visit on /,
        /^Please do\.$/,
      ];
      await told(phone, before);
      await assertAccessible(phone);
      const { date, startTime } = (await freeTimes(desk, doctor.id)).at(-1);
      await send(desk, 'POST', `/api/appointments/${id}/reschedule`, { date, startTime });
      const moved = /^Dr\. Marta Vidal \w moved the visit to /;
      // The times that were given up are not kept.
      const since = [
        /^You requested a visit$/,
        before[1],
        /^Dr\. Marta Vidal \w confirmed the visit$/,
        before[3],
        moved,
      ];
      await told(phone, since);
      await send(desk, 'POST', `/api/appointments/${id}/cancel`, { reason: 'Ill' });
      await told(phone, [...since, /^Dr\. Marta Vidal \w cancelled the visit on /]);
      await desk.goto(`/messages/${patient.id}`);
      await told(desk, [
        /^Anna Berg \w requested a visit$/,
        /^May I bring my test results\?$/,
        /^You confirmed the visit$/,
        /^Please do\.$/,
        /^You moved the visit to /,
        /^You cancelled the visit on /,
      ]);
      await log(desk).getByRole('link', { name: 'You cancelled the visit on' }).click();
      await desk.waitForURL(`**/visits/${id}`);
    }));

  it('go both ways, with read marks that appear on the other screen at once', () =>
    pair(async ({ doctor, patient, desk, phone }) => {
      await desk.goto(`/messages/${patient.id}`);
      await phone.goto(`/messages/${doctor.id}`);
      await desk.getByText('Nothing has been written yet').waitFor();
      await assertAccessible(desk);
      await write(phone, 'Good morning\nI have a question');
      await log(desk).getByText('I have a question').waitFor();
      await log(phone).getByText('Read', { exact: true }).waitFor();
      await field(desk).fill('Ask away');
      await log(phone).getByText('is typing').waitFor();
      await field(desk).press('Enter');
      await log(phone).getByText('Ask away').waitFor();
      await log(desk).getByText('Read', { exact: true }).waitFor();
      assert.equal(await log(phone).getByText('is typing').count(), 0);
      assert.deepEqual(await texts(desk), ['Good morning\nI have a question', 'Ask away']);
      await assertAccessible(desk);
      await assertAccessible(phone);
    }));

  it('can be answered, copied and found again', () =>
    pair(async ({ doctor, patient, desk, phone, phoneContext }) => {
      await phoneContext.grantPermissions(['clipboard-read', 'clipboard-write']);
      await say(desk, patient.id, 'Take one PASTILLA a day.');
      for (let i = 1; i <= 120; i++) {
        await say(desk, patient.id, `line ${i}`);
      }
      await phone.goto(`/messages/${doctor.id}`);
      await log(phone).getByText('line 120', { exact: true }).waitFor();
      await phone.getByRole('button', { name: 'Search this conversation' }).click();
      await phone.getByRole('searchbox').fill('pastilla');
      await phone.getByText('No message found').waitFor();
      await phone.getByRole('button', { name: 'Search earlier messages' }).click();
      await phone.getByText('1 of 1').waitFor();
      const found = log(phone).locator('li', { hasText: 'Take one PASTILLA a day.' });
      assert.ok(await found.evaluate((line) => line.getBoundingClientRect().top > 0));
      await found.getByRole('button', { name: 'What to do with this message' }).click();
      await phone.getByRole('menuitem', { name: 'Copy' }).click();
      await phone.getByText('The message is copied.').first().waitFor();
      assert.equal(await phone.evaluate(() => navigator.clipboard.readText()), 'Take one PASTILLA a day.');
      await assertAccessible(phone);
      await found.getByRole('button', { name: 'What to do with this message' }).click();
      await phone.getByRole('menuitem', { name: 'Reply' }).click();
      await phone.waitForFunction(() => document.activeElement?.value?.startsWith('> Take one'));
      await phone.keyboard.type('Before or after meals?');
      await phone.getByRole('button', { name: 'Send' }).click();
      await desk.goto(`/messages/${patient.id}`);
      const answer = log(desk).locator('li', { hasText: 'Before or after meals?' });
      await answer.locator('blockquote', { hasText: 'Take one PASTILLA a day.' }).waitFor();
    }));

  it('count as unread until they were seen, in every tab', () =>
    pair(async ({ doctor, patient, desk, phone, phoneContext }) => {
      await say(desk, patient.id, 'one');
      await say(desk, patient.id, 'two');
      const other = await phoneContext.newPage();
      await other.goto('/doctors');
      await phone.goto('/messages');
      await phone
        .getByRole('link', { name: /2 unread messages/ })
        .first()
        .waitFor();
      await other.getByRole('link', { name: /Messages\s*2/ }).waitFor();
      await assertAccessible(phone);
      await say(desk, patient.id, 'three');
      await other.getByRole('link', { name: /Messages\s*3/ }).waitFor();
      // The other tab is in front: what lies behind it is not read.
      await phone.goto(`/messages/${doctor.id}`);
      await log(phone).getByText('three').waitFor();
      await other.getByRole('link', { name: 'Messages', exact: true }).waitFor();
      // The notice of those that came before there was a tab is read with them.
      await other.waitForFunction(() => document.title.startsWith('Find a doctor'));
      assert.equal((await send(phone, 'GET', '/api/notices')).unread, 0);
    }));

  it('are not read by a tab that is hidden', () =>
    pair(async ({ doctor, patient, desk, phone }) => {
      await phone.goto(`/messages/${doctor.id}`);
      await desk.goto(`/messages/${patient.id}`);
      await field(phone).waitFor();
      const hide = (state) =>
        phone.evaluate((visibility) => {
          Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }, state);
      await hide('hidden');
      const sent = await say(desk, patient.id, 'Are you there?');
      await log(phone).getByText('Are you there?').waitFor();
      // The sign of typing stays for seconds, in which a mark would have been told.
      await typeUntilSeen(desk, phone);
      await log(phone).getByText('is typing').waitFor({ state: 'detached' });
      const stored = () => send(desk, 'GET', `/api/messages/${patient.id}`);
      assert.equal((await stored()).messages.find(({ id }) => id === sent.message.id).readAt, null);
      await hide('visible');
      await log(desk).getByText('Read', { exact: true }).waitFor();
    }));

  it('miss nothing and repeat nothing when a person was offline', () =>
    pair(async ({ doctor, patient, desk, phone, phoneContext }) => {
      await desk.goto(`/messages/${patient.id}`);
      await phone.goto(`/messages/${doctor.id}`);
      await write(phone, 'before');
      await log(desk).getByText('before').waitFor();
      await phoneContext.setOffline(true);
      await write(phone, 'typed while offline');
      await log(phone).getByText('Will be sent when possible').waitFor();
      for (let count = 1; count <= 120; count += 1) {
        await say(desk, patient.id, `away ${count}`);
      }
      await phoneContext.setOffline(false);
      await log(desk).getByText('typed while offline').waitFor();
      await log(phone).getByText('away 120', { exact: true }).waitFor();
      await log(phone).getByText('Will be sent when possible').waitFor({ state: 'detached' });
      const shown = await log(phone)
        .locator('li[data-seq]')
        .evaluateAll((items) => items.map(({ dataset }) => Number(dataset.seq)));
      assert.deepEqual(
        shown,
        Array.from({ length: 122 }, (_, index) => index + 1),
      );
      assert.equal((await texts(phone)).filter((text) => text === 'typed while offline').length, 1);
    }));

  it('keep the place of what is being read, when older ones load and when new ones come', () =>
    pair(async ({ doctor, patient, desk, phone }) => {
      for (let count = 1; count <= 80; count += 1) {
        await say(phone, doctor.id, `message ${count}`);
      }
      await send(desk, 'POST', `/api/messages/${patient.id}/read`, { upTo: 80 });
      await desk.goto(`/messages/${patient.id}`);
      await log(desk).getByText('message 80').waitFor();
      assert.equal(await log(desk).locator('li[data-seq]').count(), 30);
      const top = (text) =>
        log(desk)
          .getByText(text, { exact: true })
          .evaluate((element) => element.getBoundingClientRect().top);
      await log(desk).evaluate((element) => element.scrollTo({ top: 320 }));
      const before = await top('message 56');
      await log(desk).evaluate((element) => element.scrollTo({ top: 290 }));
      await log(desk).getByText('message 21', { exact: true }).waitFor();
      assert.ok(Math.abs((await top('message 56')) - before - 30) < 3, 'the older page moved what was read');
      const still = await top('message 56');
      await say(phone, doctor.id, 'new one');
      await say(phone, doctor.id, 'new two');
      const jump = desk.getByRole('button', { name: '2 new messages' });
      await jump.waitFor();
      assert.ok(Math.abs((await top('message 56')) - still) < 3, 'a new message moved what was read');
      await jump.click();
      await jump.waitFor({ state: 'detached' });
      await log(desk).evaluate((element) => element.scrollTo({ top: 0 }));
      await log(desk).getByText('message 1', { exact: true }).waitFor();
    }));

  it('that could not be sent can be tried again, and a draft survives a reload', () =>
    pair(async ({ doctor, phone }) => {
      await phone.goto(`/messages/${doctor.id}`);
      await field(phone).waitFor();
      await phone.route('**/api/messages/*', (route) =>
        route.request().method() === 'POST'
          ? route.fulfill({
              status: 503,
              contentType: 'application/problem+json',
              body: '{"status":503,"code":"storage_full"}',
            })
          : route.continue(),
      );
      await write(phone, 'no room');
      await log(phone).getByText('Not sent. The server has no space left').waitFor();
      await assertAccessible(phone);
      await phone.unroute('**/api/messages/*');
      await phone.getByRole('button', { name: 'Retry' }).click();
      await log(phone).getByText('Sent', { exact: true }).waitFor();
      await field(phone).fill('half a sent');
      await phone.reload();
      await field(phone).waitFor();
      assert.equal(await field(phone).inputValue(), 'half a sent');
    }));

  it('have a length, counted as the server counts', () =>
    pair(async ({ doctor, phone }) => {
      await phone.goto(`/messages/${doctor.id}`);
      await field(phone).fill('🙂'.repeat(4000));
      await phone.getByText('96 characters left').waitFor();
      await field(phone).fill('🙂'.repeat(4097));
      await phone.getByText('1 character too many').waitFor();
      assert.equal(await phone.getByRole('button', { name: 'Send' }).getAttribute('aria-disabled'), 'true');
      await write(phone, '🙂'.repeat(4096));
      await log(phone).getByText('Sent', { exact: true }).waitFor();
    }));

  it('of former contacts stay, and the composer says why nothing can be written', () =>
    pair(async ({ doctor, patient, desk, phone }) => {
      await say(phone, doctor.id, 'See you');
      const { appointments } = await send(phone, 'GET', '/api/appointments');
      await send(phone, 'POST', `/api/appointments/${appointments[0].id}/cancel`, { reason: 'better' });
      await desk.goto(`/messages/${patient.id}`);
      await write(desk, 'Get well');
      await desk.getByText('You no longer share a visit').last().waitFor();
      assert.deepEqual(await texts(desk), ['See you']);
      assert.equal(await field(desk).count(), 0);
      await assertAccessible(desk);
    }));

  it('and drafts leave nothing behind in the browser after logging out', () =>
    pair(async ({ doctor, patient, desk, phone }) => {
      await say(desk, patient.id, 'CANARY-in');
      await phone.goto(`/messages/${doctor.id}`);
      await write(phone, 'CANARY-out');
      await log(phone).getByText('Sent', { exact: true }).waitFor();
      await field(phone).fill('CANARY-draft');
      const stored = () =>
        phone.evaluate(async () => {
          const names = (await indexedDB.databases()).map(({ name }) => name);
          return JSON.stringify([{ ...sessionStorage }, { ...localStorage }, names, await caches.keys()]);
        });
      assert.match(await stored(), /CANARY-draft/);
      await phone.goto('/me');
      await phone.getByRole('button', { name: 'Log out', exact: true }).click();
      await phone.getByRole('link', { name: 'Log in' }).first().waitFor();
      assert.doesNotMatch(await stored(), /CANARY/);
      assert.doesNotMatch(await phone.content(), /CANARY/);
      await phone.goBack();
      await phone.getByLabel('Password', { exact: true }).waitFor();
      assert.doesNotMatch(await phone.content(), /CANARY/);
      await phone.getByLabel('E-mail').fill(emailOf(patient.name));
      await phone.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await phone.getByRole('button', { name: 'Log in' }).click();
      await field(phone).waitFor();
      assert.equal(await field(phone).inputValue(), '');
    }));

  it('are unknown to a third person', () =>
    pair(async ({ doctor, phone }) => {
      const third = await newPerson(on.browser, on.server.url, PHONE);
      await signUpPatient(third.page, 'Third Person');
      await say(phone, doctor.id, 'private');
      await third.page.goto(`/messages/${doctor.id}`);
      await third.page.getByText('This does not exist, or you do not have access to it').waitFor();
      await third.context.close();
    }));

  it('are text, whatever is written, and so are names', () =>
    pair(
      async ({ doctor, patient, desk, phone, deskContext, phoneContext }) => {
        const dialogs = [];
        for (const context of [deskContext, phoneContext]) {
          context.on('dialog', (dialog) => {
            dialogs.push(dialog.message());
            void dialog.dismiss();
          });
        }
        assert.ok(PAYLOADS.length >= 150);
        await desk.goto(`/messages/${patient.id}`);
        await phone.goto(`/messages/${doctor.id}`);
        await field(desk).waitFor();
        for (const payload of PAYLOADS) {
          await say(phone, doctor.id, payload);
        }
        await log(desk).locator(`li[data-seq="${PAYLOADS.length}"]`).waitFor();
        assert.deepEqual(await texts(desk), PAYLOADS);
        const strange =
          'script, img, svg:not([class^="lucide"]), iframe, object, video, audio, form, input, style, [onerror], [onload]';
        assert.equal(await log(desk).locator(strange).count(), 0);
        const links = await log(desk)
          .locator('li[data-seq] a')
          .evaluateAll((all) => all.map(({ protocol, rel }) => `${protocol} ${rel}`));
        assert.deepEqual([...new Set(links)], ['https: noopener noreferrer nofollow']);
        await field(phone).fill(PAYLOADS[0]);
        await phone.goto('/messages');
        await phone.getByRole('link', { name: '<img src=x onerror=alert(1)> Vidal' }).waitFor();
        assert.deepEqual(dialogs, []);
      },
      { names: { doctor: '<img src=x onerror=alert(1)> Vidal', patient: '"><svg/onload=alert(1)> Berg' } },
    ));

  it('with a photo show it before it goes, shrink it, and say by code why it did not go', () =>
    pair(async ({ doctor, phone }) => {
      let form = null;
      await phone.route('**/api/config', async (route) => {
        const config = await (await route.fetch()).json();
        await route.fulfill({ json: { ...config, features: { ...config.features, images: true } } });
      });
      await phone.route('**/api/messages/*', (route) => {
        if (route.request().method() !== 'POST') {
          return route.continue();
        }
        form = { type: route.request().headers()['content-type'], body: route.request().postDataBuffer() };
        return route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: '{"status":503,"code":"images_unavailable"}',
        });
      });
      await phone.goto(`/messages/${doctor.id}`);
      await field(phone).waitFor();
      const png = await phone.evaluate(async () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 1500 });
        canvas.getContext('2d').fillRect(0, 0, 1500, 1500);
        const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
        return [...new Uint8Array(await blob.arrayBuffer())];
      });
      const choose = (name, mimeType, buffer) =>
        phone.locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer });
      await choose('a.jpg', 'image/jpeg', Buffer.from('<html>not a picture</html>'));
      await phone.getByText('This file cannot be sent').waitFor();
      await choose('a.jpg', 'image/jpeg', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0'));
      await phone.getByText('HEIC photos cannot be sent').waitFor();
      await choose('a.png', 'image/png', Buffer.from(png).subarray(0, 60));
      await phone.getByText('This picture is damaged').waitFor();
      await assertAccessible(phone);
      await choose('a.png', 'image/png', Buffer.from(png));
      const preview = phone.getByAltText('The photo that you are about to send');
      await preview.waitFor();
      await phone.waitForFunction((image) => image.complete && image.naturalWidth > 0, await preview.elementHandle());
      assert.deepEqual(
        await preview.evaluate(({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight]),
        [2048, 1024],
      );
      await assertAccessible(phone);
      await write(phone, 'my knee');
      await log(phone).getByText('Not sent. Pictures cannot be sent right now').waitFor();
      assert.match(form.type, /^multipart\/form-data/);
      assert.ok(
        form.body.includes('my knee') && form.body.includes(Buffer.from([0xff, 0xd8, 0xff])),
        'text and JPEG are in the form',
      );
      await phone.getByRole('button', { name: 'Retry' }).waitFor();
      await assertAccessible(phone);
      await phone.getByRole('button', { name: 'Delete' }).click();
      await log(phone).getByText('my knee').waitFor({ state: 'detached' });
    }));

  it('leave the field to write in in sight on a phone, without a line too', () =>
    pair(async ({ doctor, patient, desk, phone, phoneContext }) => {
      for (let count = 1; count <= 40; count += 1) {
        await say(desk, patient.id, `message ${count}`);
      }
      await phone.goto(`/messages/${doctor.id}`);
      const assertInSight = async () => {
        assert.ok(
          (await reachesInto(field(phone), phone.getByRole('navigation').getByRole('list'))) <= 0,
          'the bar covers the field',
        );
        const blank = await phone.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
        assert.ok(blank <= 0, `the page goes on for ${blank} px below`);
      };
      await log(phone).getByText('message 40').waitFor();
      await assertInSight();
      await phoneContext.setOffline(true);
      await phone.getByText(/^You are offline/).waitFor();
      await assertInSight();
    }));

  it('open at the newest, however late comes what happened with the visits', () =>
    pair(async ({ doctor, patient, desk, phone }) => {
      const [{ id }] = (await send(phone, 'GET', '/api/appointments')).appointments;
      for (let count = 1; count <= 20; count += 1) {
        await say(desk, patient.id, `message ${count}`);
      }
      await send(desk, 'POST', `/api/appointments/${id}/confirm`);
      await send(phone, 'POST', `/api/messages/${doctor.id}/read`, { upTo: 20 });
      let release;
      const released = new Promise((resolve) => (release = resolve));
      await phone.route('**/api/appointments?*notes=false*', async (route) => {
        await released;
        return route.continue();
      });
      await phone.goto(`/messages/${doctor.id}`);
      await log(phone).getByText('message 20', { exact: true }).waitFor();
      assert.equal(await log(phone).getByText('confirmed the visit').count(), 0);
      release();
      await log(phone).getByText('confirmed the visit').waitFor();
      await painted(phone);
      const left = await log(phone).evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
      assert.ok(left < 3, `${left} px of the chat are below`);
    }));

  it('open at the newest, however late the photos among them come', () =>
    pair(async ({ doctor, patient, desk, phone }) => {
      const image = await desk.evaluate(() => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 400 });
        canvas.getContext('2d').fillRect(0, 0, 300, 400);
        return canvas.toDataURL('image/png');
      });
      for (let count = 1; count <= 3; count += 1) {
        await send(desk, 'POST', `/api/messages/${patient.id}`, { image });
      }
      await say(desk, patient.id, 'the newest');
      await send(phone, 'POST', `/api/messages/${doctor.id}/read`, { upTo: 4 });
      let release;
      const released = new Promise((resolve) => (release = resolve));
      await phone.route('**/api/media/*', async (route) => {
        await released;
        return route.continue();
      });
      await phone.goto(`/messages/${doctor.id}`);
      await log(phone).getByText('the newest').waitFor();
      const left = async () => {
        await painted(phone);
        return log(phone).evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
      };
      assert.ok((await left()) < 3, 'before the photos');
      release();
      const photo = log(phone).getByRole('img').last();
      await phone.waitForFunction(
        (element) => element.complete && element.naturalWidth > 0,
        await photo.elementHandle(),
      );
      assert.ok((await left()) < 3, 'after the photos');
    }));
});
