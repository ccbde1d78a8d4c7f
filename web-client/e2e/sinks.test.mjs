// Text that would run where text is taken for markup, in each field that somebody else reads, and in addresses. B-01.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PAYLOADS } from './payloads.mjs';
import { book, PASSWORD, send, signUpDoctor, signUpPatient, walkIn } from './people.mjs';
import { drawn, REFUSED } from './pictures.mjs';
import { stage, watched } from './stage.mjs';

/** Fields of one line take no such characters. */
const LINES = PAYLOADS.filter((payload) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(payload));
/** What reasons for a visit hold, the shortest of the long fields, and what reasons to cancel hold. */
const BLOCK = 1000;
const LINE = 500;

/** All payloads, in as few texts as a field's limit allows. */
function texts(limit, payloads = PAYLOADS, joint = '\n') {
  const all = [''];
  for (const payload of payloads) {
    const last = all.at(-1);
    if (last !== '' && last.length + 1 + payload.length > limit) {
      all.push(payload);
    } else {
      all[all.length - 1] = last === '' ? payload : last + joint + payload;
    }
  }
  return all;
}

/** The longest part that the shortest field holds. */
const shortest = (payload) => payload.slice(0, 40).trim();

describe('what people write is text', { timeout: 600_000 }, () => {
  const on = stage();
  const someone = watched(on);
  let signedUp = 0;

  /** Nothing may run: no dialog opens, and no page navigates anywhere but on this site. */
  async function person() {
    const { page, context } = await someone();
    const ran = [];
    context.on('dialog', (dialog) => {
      ran.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('request', (request) => {
      if (!request.url().startsWith(on.server.url) && !/^(blob|data):/.test(request.url())) ran.push(request.url());
    });
    return { page, ran };
  }

  /** The whole text stands on the page, and made no element. */
  async function assertText(page, text) {
    const first = text.split('\n')[0];
    await page
      .waitForFunction((start) => document.querySelector('main')?.textContent.includes(start), first)
      .catch(async (error) => {
        throw new Error(`${first} is not in: ${await page.locator('main').textContent()}`, { cause: error });
      });
    const shown = await page.locator('main').evaluate((main) => main.textContent);
    for (const payload of text.split('\n')) {
      assert.ok(shown.includes(payload), payload);
    }
    const strange =
      'main :is(script, iframe, object, embed, video, audio, form[action], style, base, meta, link, marquee, svg:not(.lucide), [onerror], [onload], [onfocus])';
    assert.equal(await page.locator(strange).count(), 0);
  }

  it('as reasons, notes, reasons to cancel, and reviews', async () => {
    const { page: practice, ran: inPractice } = await person();
    const { page: patient, ran } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Sink');
    await signUpPatient(patient, 'Sam Sink');
    const free = await send(patient, 'GET', slotsOf(doctor.id));
    const bookWith = async (reason, slot) =>
      (
        await send(patient, 'POST', '/api/appointments', {
          doctorId: doctor.id,
          date: slot.date,
          startTime: slot.startTime,
          mode: 'video',
          reason,
        })
      ).appointment;
    // Behind the visits that begin now.
    let next = 2;
    for (const text of texts(BLOCK)) {
      const asked = await bookWith(text, free.slots[next++]);
      await practice.goto(`/visits/${asked.id}`);
      await assertText(practice, text);
      const completed = await walkIn(practice, doctor, asked.patient.id, text);
      await send(patient, 'POST', `/api/appointments/${asked.id}/cancel`, { reason: 'Seen already' });
      await send(practice, 'PUT', `/api/appointments/${completed.id}/notes`, { notes: text });
      await send(practice, 'POST', `/api/appointments/${completed.id}/complete`);
      await patient.goto(`/visits/${completed.id}`);
      await assertText(patient, text);
      await send(patient, 'PUT', `/api/appointments/${completed.id}/review`, { rating: 5, review: text });
      await patient.goto(`/doctors/${doctor.id}`);
      await assertText(patient, text);
    }
    for (const reason of texts(LINE, LINES, ' ')) {
      const cancelled = await bookWith('A cough', free.slots[next]);
      await send(patient, 'POST', `/api/appointments/${cancelled.id}/cancel`, { reason });
      await practice.goto(`/visits/${cancelled.id}`);
      await assertText(practice, reason);
    }
    assert.deepEqual([...ran, ...inPractice], []);
  });

  it('as what a doctor says of themselves', async () => {
    const { page: practice, ran } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Self');
    for (const about of texts(BLOCK)) {
      await send(practice, 'PUT', '/api/doctors/me', { about });
      await practice.goto(`/doctors/${doctor.id}`);
      await assertText(practice, about);
    }
    for (const specialization of LINES.filter(({ length }) => length <= 80).slice(0, 12)) {
      await send(practice, 'PUT', '/api/doctors/me', { specialization });
      await practice.goto('/doctors');
      await assertText(practice, specialization);
    }
    assert.deepEqual(ran, []);
  });

  it('as names, and in the record of a patient', async () => {
    const { page: practice, ran: inPractice } = await person();
    const { page: patient, ran } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Name');
    const { id } = await signUpPatient(patient, 'Nora Name');
    const { id: visit } = await book(patient, doctor.id);
    await send(patient, 'POST', `/api/messages/${doctor.id}`, { clientId: 'first', text: 'Hello' });
    const names = LINES.filter(({ length }) => length <= 60);
    const blocks = texts(2000);
    for (let at = 0; at < names.length; at += 5) {
      const [name, ...others] = names.slice(at, at + 5);
      const emergencyContacts = others.map((one, index) => ({
        name: one,
        relation: others.at(-1 - index),
        contactNumber: '+49 30 1234567',
      }));
      const allergies = blocks[(at / 5) % blocks.length];
      await send(patient, 'PUT', '/api/patients/me', { name, gender: shortest(name), allergies, emergencyContacts });
      await practice.goto(`/patients/${id}`);
      await assertText(practice, [name, ...others, allergies].join('\n'));
      await patient.goto('/me/profile');
      await patient.locator('#profile-name').waitFor();
      assert.equal(await patient.locator('#profile-name').inputValue(), name);
      assert.equal(await patient.locator('#profile-allergies').inputValue(), allergies);
    }
    for (const name of names.slice(0, 8)) {
      await send(patient, 'PUT', '/api/patients/me', { name });
      await send(practice, 'PUT', '/api/doctors/me', { name, qualification: name });
      for (const path of ['/today', '/patients', `/visits/${visit}`, `/messages/${id}`]) {
        await practice.goto(path);
        await assertText(practice, name);
      }
      for (const path of [
        '/me',
        '/doctors',
        `/doctors/${doctor.id}`,
        '/visits',
        `/visits/${visit}/booked`,
        `/messages/${doctor.id}`,
      ]) {
        await patient.goto(path);
        await assertText(patient, name);
      }
      assert.ok((await patient.title()).startsWith(name), 'the tab has the name as it is');
    }
    assert.deepEqual([...ran, ...inPractice], []);
  });

  it('as entries of a sign-up, whether they are taken or refused', async () => {
    for (const payload of LINES.filter(({ length }) => length <= 60).slice(0, 6)) {
      const { page, ran } = await person();
      await page.goto('/signup');
      await page.getByLabel('A doctor').check();
      await page.getByLabel('Full name').fill(payload);
      await page.getByLabel('E-mail').fill(`${payload}@example.org`);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByLabel('Specialty').fill(payload);
      await page.getByLabel('Years of experience').fill(payload);
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.getByRole('alert').filter({ hasText: 'There is a problem' }).waitFor();
      await page.getByLabel('E-mail').fill(`sink${signedUp++}@example.org`);
      await page.getByLabel('Years of experience').fill('12');
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
      await page.goto('/me');
      await assertText(page, payload);
      assert.deepEqual(ran, []);
    }
  });

  it('as the name of a file, whether it is taken or refused', async () => {
    const { page: practice, ran: inPractice } = await person();
    const { page, ran } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. File');
    const { id } = await signUpPatient(page, 'Fay File');
    await book(page, doctor.id);
    await page.goto(`/messages/${doctor.id}`);
    const [letter, , said] = REFUSED[2];
    const photos = page.locator('li[data-seq] img');
    const names = LINES.filter((payload) => !/[/\\]/.test(payload)).slice(0, 12);
    for (const [sent, name] of names.entries()) {
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ ...letter, name: `${name}.jpg` });
      await page.getByText(said).waitFor();
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles(await drawn(page, { name: `${name}.png` }));
      await page.getByAltText('The photo that you are about to send').waitFor();
      await page.getByRole('button', { name: 'Send' }).click();
      await photos.nth(sent).waitFor();
    }
    await practice.goto(`/messages/${id}`);
    await practice
      .locator('li[data-seq] img')
      .nth(names.length - 1)
      .waitFor();
    assert.ok(!(await practice.content()).includes('alert(1)'), "names of files are nobody else's business");
    assert.deepEqual([...ran, ...inPractice], []);
  });

  it('as a path, a query, a fragment, and the text of an error', async () => {
    const { page, ran } = await person();
    await signUpPatient(page, 'Ursula Url');
    for (const payload of LINES.slice(0, 15)) {
      const part = encodeURIComponent(payload);
      // A slash begins another part of the path, and a dot makes it the name of a file.
      const name = part.replaceAll(/%2F|\./g, '-');
      for (const address of [
        `/nowhere/${name}`,
        `/visits/${name}#${part}`,
        `/login?next=${part}`,
        `/doctors?q=${part}`,
      ]) {
        await page.goto(address);
        await page
          .locator('main :is(h1, h2)')
          .first()
          .waitFor({ timeout: 8000 })
          .catch(() => assert.fail(address));
      }
    }
    await page.route(/\/api\/doctors(\?|$)/, (route) =>
      route.fulfill({
        status: 400,
        contentType: 'application/problem+json',
        json: { status: 400, code: PAYLOADS[0], title: PAYLOADS[0], detail: PAYLOADS[8] },
      }),
    );
    await page.goto('/doctors');
    await page.getByRole('alert').waitFor();
    assert.deepEqual(ran, []);
  });
});

function slotsOf(doctorId) {
  const date = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return `/api/doctors/${doctorId}/slots?from=${date(0)}&to=${date(7)}`;
}
