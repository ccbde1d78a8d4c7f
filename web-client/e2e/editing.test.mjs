import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { withoutLiveEvents } from './line.mjs';
import { book, send, signUpDoctor, signUpPatient, walkIn } from './people.mjs';
import { stage, watched } from './stage.mjs';

describe('what somebody types', () => {
  const on = stage();
  const person = watched(on);

  /** A doctor with a visit that is confirmed, and its patient. */
  const visitOf = async (name, at) => {
    const { page: practice, context } = await person();
    const doctor = await signUpDoctor(practice, `Dr. ${name}`);
    const { page: patient } = await person();
    await signUpPatient(patient, `${name} Patient`);
    const visit = await book(patient, doctor.id, at);
    await send(practice, 'POST', `/api/appointments/${visit.id}/confirm`);
    return { practice, context, patient, doctor, visit };
  };
  const notesOf = async (page, visit) => (await send(page, 'GET', `/api/appointments/${visit.id}`)).appointment.notes;
  const notes = (page) => page.getByRole('textbox', { name: 'Notes' });
  const save = (page) => page.getByRole('button', { name: 'Save notes' });
  const saved = (page) => page.getByText(/^Saved \d/);

  it('as notes does not overwrite what another tab saved meanwhile; both texts are there to choose from', async () => {
    const { practice: first, context, visit } = await visitOf('Tab');
    const second = await context.newPage();
    await first.goto(`/visits/${visit.id}`);
    await first.route('**/notes', (route) => route.abort());
    await notes(first).fill('From the first tab');
    await second.goto(`/visits/${visit.id}`);
    await notes(second).fill('From the second tab');
    await saved(second).waitFor();

    const newer = first.getByRole('alert', { name: 'Newer notes were saved elsewhere' });
    await newer.getByText('From the second tab').waitFor();
    await first.unroute('**/notes');
    await save(first).click();
    await first.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
    assert.equal(await notesOf(second, visit), 'From the second tab');
    assert.equal(await notes(first).inputValue(), 'From the first tab');
    await assertAccessible(first);

    await newer.getByRole('button', { name: 'Combine both' }).click();
    assert.equal(await notes(first).inputValue(), 'From the second tab\n\nFrom the first tab');
    await saved(first).waitFor();
    assert.equal(await notesOf(first, visit), 'From the second tab\n\nFrom the first tab');
    // The second tab has nothing of its own any more, and shows what is stored.
    await second.waitForFunction(() =>
      document.querySelector('#visit-notes').value.startsWith('From the second tab\n\n'),
    );
  });

  it('as notes is refused by the server when the tab had not heard of the newer ones', async () => {
    const { practice: first, context, visit } = await visitOf('Deaf');
    const second = await context.newPage();
    await withoutLiveEvents(first);
    await first.goto(`/visits/${visit.id}`);
    await first.route('**/notes', (route) => route.abort());
    await notes(first).fill('Mine');
    await second.goto(`/visits/${visit.id}`);
    await send(second, 'PUT', `/api/appointments/${visit.id}/notes`, { notes: 'Theirs' });
    await first.unroute('**/notes');
    const newer = first.getByRole('alert', { name: 'Newer notes were saved elsewhere' });
    await newer.getByText('Theirs').waitFor();
    assert.equal(await notesOf(second, visit), 'Theirs');
    await newer.getByRole('button', { name: 'Keep my text' }).click();
    await saved(first).waitFor();
    assert.equal(await notesOf(second, visit), 'Mine');
  });

  it('as notes is saved when only the visit itself has changed meanwhile', async () => {
    const { practice, context, doctor, visit: later } = await visitOf('Status', { skip: 2 });
    const visit = await walkIn(practice, doctor, later.patient.id);
    await withoutLiveEvents(practice);
    await practice.goto(`/visits/${visit.id}`);
    await notes(practice).fill('Rest');
    const { appointment } = await send(context.pages()[0], 'POST', `/api/appointments/${visit.id}/complete`);
    assert.equal(appointment.status, 'completed');
    await save(practice).click();
    await practice.getByText('The notes are saved.').waitFor();
    assert.equal(await notesOf(practice, visit), 'Rest');
  });

  it('does not cancel a visit that was moved while the question was open, before the person has seen that', async () => {
    const { practice, patient, doctor, visit } = await visitOf('Move');
    await patient.goto(`/visits/${visit.id}`);
    await patient.getByRole('button', { name: 'Cancel this visit' }).click();
    const dialog = patient.getByRole('dialog');
    await dialog.getByLabel('Why are you cancelling?').fill('I cannot come then');
    const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const { slots } = await send(practice, 'GET', `/api/doctors/${doctor.id}/slots?from=${day(2)}&to=${day(3)}`);
    const { date, startTime } = slots[0];
    await send(practice, 'POST', `/api/appointments/${visit.id}/reschedule`, { date, startTime });
    await patient
      .getByText(/moved the visit to/)
      .first()
      .waitFor();

    await dialog.getByRole('button', { name: 'Cancel this visit' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/was changed in the meantime/)
      .waitFor();
    assert.equal((await send(practice, 'GET', `/api/appointments/${visit.id}`)).appointment.status, 'scheduled');
    assert.equal(await dialog.getByLabel('Why are you cancelling?').inputValue(), 'I cannot come then');
    await assertAccessible(patient);
    await dialog.getByRole('button', { name: 'Cancel this visit' }).click();
    await patient.getByText('The visit was cancelled.').waitFor();
  });

  it('as the week keeps what another tab saved for other days, and shows what it saved for the same day', async () => {
    const { page: first, context } = await person();
    await signUpDoctor(first, 'Dr. Week Twice', 'UTC');
    await send(first, 'PUT', '/api/doctors/me/schedule', { schedule: [] });
    const second = await context.newPage();
    const day = (page, name) => page.getByRole('group', { name });
    const save = (page) => page.getByRole('button', { name: 'Save the week' }).click();
    await first.goto('/schedule');
    await second.goto('/schedule');
    await day(first, 'Monday').getByRole('button', { name: 'Add times' }).click();
    // Another device, of which this page does not hear.
    await send(second, 'PUT', '/api/doctors/me/schedule', {
      schedule: [
        { day: 'monday', windows: [{ startTime: '07:00', endTime: '08:00' }] },
        { day: 'friday', windows: [{ startTime: '13:00', endTime: '17:00' }] },
      ],
    });
    await save(first);
    const newer = first.getByRole('alert', { name: 'This was changed elsewhere in the meantime' });
    await newer.getByText('Monday: 07:00–08:00').waitFor();
    assert.equal(await day(first, 'Monday').getByLabel('From', { exact: true }).inputValue(), '09:00');
    assert.equal(await day(first, 'Friday').getByLabel('From', { exact: true }).inputValue(), '13:00');
    await assertAccessible(first);
    await newer.getByRole('button', { name: 'Keep my entries' }).click();
    await save(first);
    await first.getByText('Your week is saved.').waitFor();
    const { user } = await send(first, 'GET', '/api/auth/me');
    assert.deepEqual(
      user.schedule
        .filter(({ windows }) => windows.length > 0)
        .map(({ day: name, windows }) => [name, windows[0].startTime]),
      [
        ['monday', '09:00'],
        ['friday', '13:00'],
      ],
    );
    // The other tab hears of it, and shows it where nothing was typed.
    await second.waitForFunction(() => document.querySelector('#monday-0')?.value === '09:00');
  });

  it('as a profile or rules is saved although other parts of the practice changed, but not over the same entry', async () => {
    const { page, context } = await person();
    await signUpDoctor(page, 'Dr. Pro File');
    await page.goto('/me/profile');
    await page.getByLabel('About you').fill('Mine');
    await send(page, 'PUT', '/api/doctors/me', { slotMinutes: 45 });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Your profile is saved.').waitFor();
    await page.getByLabel('About you').fill('Mine, once more');
    await send(page, 'PUT', '/api/doctors/me', { about: 'Theirs' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const newer = page.getByRole('alert', { name: 'This was changed elsewhere in the meantime' });
    await newer.getByText('About you: Theirs').waitFor();
    await assertAccessible(page);
    const { user } = await send(page, 'GET', '/api/auth/me');
    assert.deepEqual([user.about, user.slotMinutes], ['Theirs', 45]);
    await newer.getByRole('button', { name: 'Use what was saved' }).click();
    assert.equal(await page.getByLabel('About you').inputValue(), 'Theirs');
    assert.equal(context.pages().length, 1);
  });

  it('is told in words, at its field, when the server does not accept it', async () => {
    const { page } = await person();
    await signUpPatient(page, 'Fay Field');
    await page.goto('/me/profile');
    await page.getByLabel('Phone number (optional)').fill('by mail');
    await page.getByLabel('Gender').fill('x'.repeat(41));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').getByText('Gender: at most 40 characters.').waitFor();
    await page.getByLabel('Gender').fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').getByText('Phone number: enter a phone number such as +49 30 1234567.').waitFor();
    assert.equal(await page.getByLabel('Phone number (optional)').getAttribute('aria-invalid'), 'true');
    await page.getByLabel('Phone number (optional)').fill('');
    await page.getByRole('button', { name: 'Add a contact' }).click();
    await page.getByRole('button', { name: 'Add a contact' }).click();
    for (const index of [0, 1]) {
      await page.locator(`#profile-emergencyContacts-${index}-name`).fill('Rolf');
      await page
        .locator(`#profile-emergencyContacts-${index}-contactNumber`)
        .fill(index === 0 ? '+49 30 1234567' : 'none');
    }
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('#profile-emergencyContacts-1-contactNumber[aria-invalid=true]').waitFor();
    assert.equal(await page.locator('#profile-emergencyContacts-0-contactNumber').getAttribute('aria-invalid'), null);
    await assertAccessible(page);
  });

  it('is asked about before a reload drops it, and not once it is saved', async () => {
    const { practice, visit } = await visitOf('Leave');
    const asked = [];
    practice.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await practice.goto(`/visits/${visit.id}`);
    await practice.route('**/notes', (route) => route.abort());
    await notes(practice).click();
    await notes(practice).pressSequentially('Half a');
    // Elsewhere in the product it is kept, and still to be lost by closing the page.
    await practice
      .getByRole('link', { name: /^Today/ })
      .first()
      .click();
    await practice.getByRole('link', { name: 'All visits' }).click();
    await practice.getByRole('heading', { name: 'Visits', exact: true }).waitFor();
    const leave = () => practice.evaluate(() => void setTimeout(() => window.location.reload()));
    await Promise.all([practice.waitForEvent('dialog'), leave()]);
    assert.deepEqual(asked, ['beforeunload']);
    await practice.getByRole('link', { name: /Leave Patient/ }).click();
    assert.equal(await notes(practice).inputValue(), 'Half a');
    await practice.unroute('**/notes');
    await saved(practice).waitFor();
    await Promise.all([practice.waitForEvent('load'), leave()]);
    assert.equal(asked.length, 1);
    // Typed and taken back is nothing to lose.
    await notes(practice).click();
    await notes(practice).press('End');
    await notes(practice).pressSequentially('x');
    await notes(practice).press('Backspace');
    await Promise.all([practice.waitForEvent('load'), leave()]);
    assert.equal(asked.length, 1);
  });

  it('as a new password is asked about, too, until it is changed or the page left', async () => {
    const { page } = await person();
    await signUpPatient(page, 'Patty Password');
    await page.goto('/me');
    await page.getByLabel('New password', { exact: true }).click();
    await page.getByLabel('New password', { exact: true }).pressSequentially('another battery');
    const leave = () => page.evaluate(() => void setTimeout(() => window.location.reload()));
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked++;
      void dialog.dismiss();
    });
    await Promise.all([page.waitForEvent('dialog'), leave()]);
    assert.equal(await page.getByLabel('New password', { exact: true }).inputValue(), 'another battery');
    // A password is not kept for later, so nothing is left to ask about.
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
    await Promise.all([page.waitForEvent('load'), leave()]);
    assert.equal(asked, 1);
  });
});
