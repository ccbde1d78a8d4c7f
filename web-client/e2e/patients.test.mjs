import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { begins, book, bookSoon, send, signUpDoctor, signUpPatient, walkIn } from './people.mjs';
import { stage, watched } from './stage.mjs';

const WIDE = { width: 1280, height: 900 };

describe("a doctor's patients and visits", () => {
  const on = stage();
  const someone = watched(on);
  const person = async (options) => (await someone(options)).page;

  it('lists the patients by name, finds them, and shows the visits of one', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Lista');
    await practice.goto('/patients');
    await practice.getByRole('heading', { name: 'No patients yet' }).waitFor();
    await assertAccessible(practice);
    const visits = [];
    for (const name of ['Zoe Last', 'Änne First']) {
      const page = await person();
      await signUpPatient(page, name);
      visits.push(await book(page, doctor.id), await book(page, doctor.id));
    }
    await send(practice, 'POST', `/api/appointments/${visits[1].id}/confirm`);
    await practice.goto('/today');
    await practice.getByRole('navigation').getByRole('link', { name: 'Patients' }).click();
    await practice.getByText('2 patients').waitFor();
    const people = practice.getByRole('main').getByRole('listitem');
    assert.deepEqual(await people.allInnerTexts(), ['ÄF\nÄnne First', 'ZL\nZoe Last']);
    await assertAccessible(practice);
    await practice.getByLabel('Find a patient by name').fill('nobody');
    await practice.getByRole('heading', { name: 'Nobody found' }).waitFor();
    await assertAccessible(practice);
    await practice.getByLabel('Find a patient by name').fill('zoe');
    await practice.getByText('1 patient', { exact: true }).waitFor();
    await practice.getByRole('link', { name: 'Zoe Last' }).click();
    await practice.getByRole('heading', { name: 'Zoe Last' }).waitFor();
    const theirs = practice.getByRole('region', { name: 'Visits' }).getByRole('listitem');
    await theirs.nth(1).waitFor();
    assert.equal(await theirs.count(), 2);
    await assertAccessible(practice);
    await theirs.filter({ hasText: 'Confirmed' }).getByRole('link').click();
    await practice.getByRole('heading', { name: 'Visit with Zoe Last' }).waitFor();
    assert.equal(new URL(practice.url()).pathname, `/visits/${visits[1].id}`);
    // Back: the search is still there.
    await practice.goBack();
    await practice.goBack();
    assert.equal(await practice.getByLabel('Find a patient by name').inputValue(), 'zoe');
  });

  it('books for a patient, outside the hours too, and a follow-up of a visit that took place', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Books', 'UTC');
    await send(practice, 'PUT', '/api/doctors/me/schedule', {
      schedule: [{ day: 'monday', windows: [{ startTime: '09:00', endTime: '12:00' }] }],
    });
    const patient = await person();
    const { id } = await signUpPatient(patient, 'Fay Follow');
    // Far enough from now not to overlap the next one.
    await book(patient, doctor.id, { skip: 2 });
    const visit = await walkIn(practice, doctor, id);
    await send(practice, 'POST', `/api/appointments/${visit.id}/complete`);
    await practice.goto(`/visits/${visit.id}`);
    await practice.getByRole('link', { name: 'Book a follow-up in 2 weeks' }).click();
    const dialog = practice.getByRole('dialog', { name: 'Book a visit for Fay Follow' });
    await dialog.waitFor();
    await assertAccessible(practice);
    await dialog.getByLabel('Start').fill('20:30');
    await dialog.getByRole('button', { name: 'Book this visit' }).click();
    await practice.getByText(/^The visit with Fay Follow is booked/).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await practice.getByRole('button', { name: 'Book a visit' }).click();
    await dialog
      .getByLabel('Date')
      .fill(new Date(Date.parse(visit.startsAt) + 14 * 86_400_000).toISOString().slice(0, 10));
    await dialog.getByLabel('Start').fill('20:30');
    await dialog.getByRole('button', { name: 'Book this visit' }).click();
    await dialog.getByRole('link', { name: 'You have another visit at that time.' }).waitFor();
    await assertAccessible(practice);
    const { appointments } = await send(patient, 'GET', '/api/appointments?status=scheduled');
    assert.deepEqual(
      appointments.map(({ startTime }) => startTime),
      ['20:30'],
    );
  });

  it('says when the patients cannot be loaded, and tries again', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Broken');
    const patient = await person();
    await signUpPatient(patient, 'Petra Patient');
    await book(patient, doctor.id);
    await practice.route('**/api/patients?*', (route) =>
      route.fulfill({ status: 503, json: { status: 503, code: 'unavailable' } }),
    );
    await practice.goto('/patients');
    await practice.getByRole('alert').getByText('The server is unavailable at the moment.').waitFor();
    await assertAccessible(practice);
    await practice.unroute('**/api/patients?*');
    await practice.getByRole('button', { name: 'Try again' }).click();
    await practice.getByRole('link', { name: 'Petra Patient' }).waitFor();
  });

  it('counts all requests, and leads from the name to the record and from the rest to the visit', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Many');
    const patient = await person();
    const { id } = await signUpPatient(patient, 'Mia Many');
    const visits = [];
    for (let i = 0; i < 23; i++) {
      visits.push(await book(patient, doctor.id));
    }
    await practice.goto('/today');
    await practice.getByRole('navigation').getByText('23 requests', { exact: true }).waitFor({ state: 'attached' });
    await practice.getByRole('link', { name: 'Mia Many' }).first().click();
    await practice.getByRole('heading', { name: 'Mia Many' }).waitFor();
    assert.equal(new URL(practice.url()).pathname, `/patients/${id}`);
    await practice.getByRole('button', { name: 'Show more' }).click();
    await practice.waitForFunction(() => document.querySelectorAll('main section li').length === 23);
    await practice.goBack();
    await practice
      .getByRole('listitem')
      .filter({ hasText: 'Mia Many' })
      .first()
      .getByText('A cough')
      .click({ force: true });
    await practice.getByRole('heading', { name: 'Visit with Mia Many' }).waitFor();
    assert.equal(new URL(practice.url()).pathname, `/visits/${visits[0].id}`);
  });

  it('shows the list beside the visit on wide screens, and one after the other on phones', async () => {
    const practice = await person({ viewport: WIDE });
    const doctor = await signUpDoctor(practice, 'Dr. Wide');
    const patient = await person();
    await signUpPatient(patient, 'Wanda Wide');
    const first = await book(patient, doctor.id);
    const second = await book(patient, doctor.id);
    await practice.goto('/visits');
    await practice.getByRole('heading', { name: 'No visit selected' }).waitFor();
    await assertAccessible(practice);
    const list = practice.getByRole('region', { name: 'Visits' });
    await list.getByRole('link').first().click();
    const notes = practice.getByRole('textbox', { name: 'Notes' });
    await notes.fill('For the first');
    assert.equal(await list.getByRole('link').count(), 2);
    assert.equal(new URL(practice.url()).pathname, `/visits/${first.id}`);
    await assertAccessible(practice);
    await list.getByRole('link').nth(1).click();
    await practice.waitForURL(`**/visits/${second.id}`);
    assert.equal(await notes.inputValue(), '');
    await list.getByRole('link').first().click();
    await practice.waitForURL(`**/visits/${first.id}`);
    assert.equal(await notes.inputValue(), 'For the first');
    await practice.setViewportSize({ width: 390, height: 844 });
    await list.waitFor({ state: 'detached' });
    await practice.getByRole('link', { name: 'Visits' }).first().click();
    await list.getByRole('link').first().waitFor();
    await practice.getByRole('heading', { name: 'Visit with Wanda Wide' }).waitFor({ state: 'detached' });
  });

  it('counts no request whose time has passed', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Count');
    const patient = await person();
    await signUpPatient(patient, 'Olga Overdue');
    const visit = await book(patient, doctor.id);
    await book(patient, doctor.id, { skip: 3 });
    await practice.goto('/today');
    await practice.getByRole('navigation').getByText('2 requests', { exact: true }).waitFor({ state: 'attached' });
    await practice.clock.install({ time: new Date(Date.parse(visit.endsAt) + 60_000) });
    await practice.goto('/today');
    await practice.getByRole('region', { name: 'Over, but still open' }).getByRole('listitem').waitFor();
    await practice.getByRole('navigation').getByText('1 request', { exact: true }).waitFor({ state: 'attached' });
    assert.equal(await practice.getByRole('button', { name: 'Confirm', exact: true }).count(), 1);
  });

  it('asks the doctor to close a visit that is over, and takes it away from what is coming, for both', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Over', 'UTC');
    await send(practice, 'PUT', '/api/doctors/me', { slotMinutes: 5 });
    const patient = await person();
    await signUpPatient(patient, 'Nora Noshow');
    const visit = await bookSoon(practice, patient, doctor.id);
    await send(practice, 'POST', `/api/appointments/${visit.id}/confirm`);
    await practice.goto('/visits');
    await practice.getByRole('link', { name: /Nora Noshow/ }).waitFor();

    // For these pages it is a minute after the visit; for the server it has to have begun.
    const after = new Date(Date.parse(visit.endsAt) + 60_000);
    for (const page of [practice, patient]) {
      await page.clock.install({ time: after });
      await page.goto('/visits');
      await page.getByRole('heading', { name: 'No visits yet' }).waitFor();
      await page.getByRole('tab', { name: 'Past' }).click();
      await page
        .getByRole('region', { name: 'Over, but still open' })
        .getByText('Confirmed', { exact: true })
        .waitFor();
      await assertAccessible(page);
    }
    await practice.goto('/today');
    const open = practice.getByRole('region', { name: 'Over, but still open' });
    await open.getByRole('button', { name: 'Complete the visit' }).waitFor();
    await assertAccessible(practice);
    await begins(visit);
    await open.getByRole('button', { name: 'Patient did not come' }).click();
    await assertAccessible(practice);
    await practice.getByRole('dialog').getByRole('button', { name: 'Mark as missed' }).click();
    await practice.getByText('The visit is marked as missed.').waitFor();
    await open.waitFor({ state: 'detached' });
    await patient.getByRole('region', { name: 'Over, but still open' }).waitFor({ state: 'detached' });
    await patient.getByRole('link', { name: /Missed by the patient/ }).click();
    await patient.getByText('This visit was marked as missed.').waitFor();
    await assertAccessible(patient);
    const { appointment } = await send(practice, 'GET', `/api/appointments/${visit.id}`);
    assert.equal(appointment.status, 'no_show');
  });
});
