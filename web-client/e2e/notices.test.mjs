import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { book, bookSoon, PASSWORD, send, signUpDoctor, signUpPatient } from './people.mjs';
import { hasFocus, PHONE, stage, watched } from './stage.mjs';

const DESK = { width: 1280, height: 900 };

describe('notices', () => {
  const on = stage();
  const person = watched(on);

  async function visitOf(name, options, zone) {
    const { page: practice } = await person({ viewport: DESK });
    const { page: patient } = await person(options);
    const doctor = await signUpDoctor(practice, `Dr. ${name} Bell`, zone);
    await signUpPatient(patient, `${name} Bell`);
    return { practice, patient, doctor };
  }

  const bell = (page, name) => page.getByRole('navigation').getByRole('link', { name });

  it('are counted at the bell as they come, and are read once the page has shown them', async () => {
    const { practice, patient, doctor } = await visitOf('Nora');
    await practice.goto('/patients');
    await bell(practice, 'Notices').waitFor();
    const visit = await book(patient, doctor.id);
    await bell(practice, /1 unread notice$/).waitFor();
    await practice.waitForFunction(() => document.title.startsWith('(1) '));
    await assertAccessible(practice);

    await bell(practice, /Notices/).press('Enter');
    await practice.waitForURL('**/notices');
    await hasFocus(practice.getByRole('heading', { level: 1, name: 'Notices' }));
    const rows = practice.getByRole('main').getByRole('listitem');
    await rows.getByText('Visit requested').waitFor();
    await rows.getByText('New', { exact: true }).waitFor();
    await bell(practice, 'Notices').and(practice.locator(':not(:has-text("unread"))')).waitFor();
    await practice.waitForFunction(() => !document.title.startsWith('('));
    assert.equal((await send(practice, 'GET', '/api/notices')).unread, 0);
    for (const viewport of [DESK, PHONE]) {
      await practice.setViewportSize(viewport);
      await assertAccessible(practice);
      assert.ok(await practice.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    }

    // One that comes while the page is open is shown, and is read with the others.
    await send(patient, 'POST', `/api/appointments/${visit.id}/cancel`, { reason: 'Better' });
    await rows.getByText('Visit cancelled').waitFor();
    assert.equal(await rows.getByText('New', { exact: true }).count(), 2);
    await practice.waitForFunction(async () => (await (await fetch('/api/notices')).json()).unread === 0);
    await rows.first().getByRole('link').press('Enter');
    await practice.waitForURL(`**/visits/${visit.id}`);
    await practice.getByText('What happened').waitFor();
    await practice.goBack();
    await rows.first().waitFor();
    assert.equal(await rows.getByText('New', { exact: true }).count(), 0, 'what was seen is not new any more');
  });

  it('are a page that says when it is empty, slow, or out of reach', async () => {
    const { patient } = await visitOf('Emma');
    let answer;
    const held = new Promise((resolve) => (answer = resolve));
    await patient.route('**/api/notices', async (route) => {
      await held;
      await route.continue();
    });
    await patient.goto('/notices');
    await patient.getByRole('status').getByText('Loading').waitFor();
    await assertAccessible(patient);
    answer();
    await patient.getByText('No notices yet').waitFor();
    await assertAccessible(patient);
    await patient.unroute('**/api/notices');
    await patient.route('**/api/notices*', (route) =>
      route.fulfill({ status: 503, json: { status: 503, code: 'unavailable' } }),
    );
    await patient.reload();
    await patient.getByRole('alert').getByText('The server is unavailable').waitFor();
    await assertAccessible(patient);
    await patient.unroute('**/api/notices*');
    await patient.getByRole('button', { name: 'Try again' }).press('Enter');
    await patient.getByText('No notices yet').waitFor();
  });

  it('come page by page, in Spanish too, and count what came while nobody was there', async () => {
    const { practice, patient, doctor } = await visitOf('Sofia', { locale: 'es-ES' });
    const visit = await book(patient, doctor.id);
    for (let move = 0; move < 10; move++) {
      await send(
        practice,
        'POST',
        `/api/appointments/${visit.id}/reschedule`,
        slotAt(await free(practice, doctor), move),
      );
    }
    const other = await book(patient, doctor.id, { skip: 40 });
    for (let move = 0; move < 10; move++) {
      const slot = slotAt(await free(practice, doctor), 50 + move);
      await send(practice, 'POST', `/api/appointments/${other.id}/reschedule`, slot);
    }
    await send(practice, 'POST', `/api/appointments/${other.id}/cancel`, { reason: 'Ill' });
    await patient.goto('/doctors');
    await bell(patient, /21 avisos sin leer/).waitFor();
    await bell(patient, /Avisos/).click();
    const rows = patient.getByRole('main').getByRole('listitem');
    await rows.first().getByText('Cita cancelada').waitFor();
    await rows.first().getByText('Dr. Sofia Bell').waitFor();
    assert.equal(await rows.count(), 20);
    await patient.getByRole('button', { name: 'Mostrar más' }).press('Enter');
    await rows.nth(20).waitFor();
    assert.equal(await rows.count(), 21);
    assert.equal(await rows.getByText('Nuevo', { exact: true }).count(), 21);
    await assertAccessible(patient);
  });

  it('come before a visit at the times that the patient chose', async () => {
    const { patient } = await visitOf('Rita');
    await patient.goto('/me');
    await patient.getByRole('link', { name: 'Notice settings' }).press('Enter');
    await hasFocus(patient.getByRole('heading', { level: 1, name: 'Notice settings' }));
    for (const viewport of [DESK, PHONE]) {
      await patient.setViewportSize(viewport);
      await assertAccessible(patient);
    }
    assert.deepEqual(await chosen(patient), ['1 day before', '1 hour before']);
    await patient.getByLabel('1 day before').press('Space');
    await patient.getByLabel('7 days before').press('Space');
    await patient.getByRole('button', { name: 'Save' }).press('Enter');
    await patient.getByText('Your reminders are saved.').waitFor();
    await patient.reload();
    await patient.getByLabel('7 days before').waitFor();
    assert.deepEqual(await chosen(patient), ['7 days before', '1 hour before']);

    const { reminderMinutes } = await send(patient, 'GET', '/api/me/notice-settings');
    assert.deepEqual(reminderMinutes, [10_080, 60]);
    // There is nothing to choose where nothing is mailed.
    await patient.getByText('This site does not send e-mail. You find everything in your notices.').waitFor();
  });

  it('remind of a confirmed visit on the page that is open, and lead to it', async () => {
    const { practice, patient, doctor } = await visitOf('Ines', {}, 'UTC');
    await send(patient, 'PUT', '/api/me/notice-settings', { kinds: {}, reminderMinutes: [5] });
    await send(practice, 'PUT', '/api/doctors/me', { slotMinutes: 5 });
    const visit = await bookSoon(practice, patient, doctor.id, { moreMs: 5 * 60_000 });
    await send(practice, 'POST', `/api/appointments/${visit.id}/confirm`);
    await patient.goto('/notices');
    const rows = patient.getByRole('main').getByRole('listitem');
    await rows.getByText('Visit confirmed').waitFor();
    await patient.goto('/doctors');
    // Due within a minute and a half: at a whole minute, and the server looks every fifteen seconds.
    await patient.getByRole('log').getByText('Reminder of your visit with Dr. Ines Bell').waitFor({ timeout: 110_000 });
    await bell(patient, /1 unread notice$/).waitFor();
    await assertAccessible(patient);
    await patient.getByRole('button', { name: 'Show', exact: true }).press('Enter');
    await patient.waitForURL(`**/visits/${visit.id}`);
    await patient.goto('/notices');
    await rows.first().getByText('Reminder of a visit').waitFor();
    assert.equal(await rows.count(), 2, 'there is one reminder');
    const { notices } = await send(practice, 'GET', '/api/notices');
    assert.deepEqual(
      notices.map(({ kind }) => kind),
      ['visit_requested'],
      'doctors are reminded only if they say so',
    );
  });

  it('warn of a log-in on a device that was not known', async () => {
    const { page: known } = await person();
    const { page: other } = await person({ viewport: DESK });
    const { email } = await signUpPatient(known, 'Vera Bell');
    await known.goto('/doctors');
    await send(other, 'POST', '/api/auth/login', { email, password: PASSWORD });
    await bell(known, /1 unread notice$/).waitFor();
    await bell(known, /Notices/).press('Enter');
    const rows = known.getByRole('main').getByRole('listitem');
    await rows.getByText('New log-in to your account').waitFor();
    assert.equal(await rows.count(), 1, 'signing up is no news');
    await rows.getByRole('link').press('Enter');
    await known.waitForURL('**/me');
  });

  it('are not mailed any more once the link of a mail says so, if it is one', async () => {
    const { page } = await person({ viewport: PHONE });
    await page.goto('/unsubscribe/nobody~visit_moved~forged');
    await page.getByRole('heading', { level: 1, name: 'Stop these mails?' }).waitFor();
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Stop mails of this kind' }).press('Enter');
    await page.getByText('This link does not work').waitFor();
    await assertAccessible(page);
  });
});

function chosen(page) {
  return page
    .getByRole('group', { name: 'When to remind you' })
    .getByRole('checkbox', { checked: true })
    .evaluateAll((boxes) => boxes.map(({ labels }) => labels[0].textContent));
}

async function free(page, doctor) {
  const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return (await send(page, 'GET', `/api/doctors/${doctor.id}/slots?from=${day(0)}&to=${day(7)}`)).slots;
}

function slotAt(slots, index) {
  const { date, startTime } = slots[index + 5];
  return { date, startTime };
}
