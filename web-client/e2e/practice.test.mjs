import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { reachesInto } from './line.mjs';
import { begins, book, bookSoon, send, signUpDoctor, signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

describe("a doctor's day", () => {
  const on = stage();

  const someone = watched(on);
  const person = async (options) => (await someone(options)).page;

  it('sees a request at once, confirms it, and the patient sees that at once', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Tomas Today');
    const patient = await person();
    await signUpPatient(patient, 'Rita Request');
    await practice.goto('/');
    await practice.getByRole('heading', { name: 'No open requests' }).waitFor();
    assert.equal(new URL(practice.url()).pathname, '/today');
    await assertAccessible(practice);

    const visit = await book(patient, doctor.id);
    await practice.getByRole('heading', { name: 'Rita Request' }).first().waitFor();
    await practice.getByText('New patient', { exact: true }).waitFor();
    await practice.getByRole('navigation').getByText('1 request', { exact: true }).waitFor({ state: 'attached' });
    await assertAccessible(practice);
    await patient.goto(`/visits/${visit.id}`);
    await patient.getByText('Waiting for confirmation').waitFor();
    await practice.getByRole('button', { name: 'Confirm' }).click();
    await patient.getByText('Confirmed', { exact: true }).waitFor();
    await practice.getByRole('heading', { name: 'No open requests' }).waitFor();
  });

  it('declines with a word to the patient', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Dora Decline');
    const patient = await person();
    await signUpPatient(patient, 'Paul Patient');
    const visit = await book(patient, doctor.id);
    await patient.goto(`/visits/${visit.id}`);
    await practice.goto('/today');
    await practice.getByRole('button', { name: 'Decline' }).click();
    await practice.getByLabel('What should the patient know?').fill('I am away that week.');
    await practice.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
    await patient.getByText(/cannot take this visit/).waitFor();
    await patient.getByText('I am away that week.').waitFor();
  });

  it('writes notes and completes; the patient reads them from then on', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Nora Notes', 'UTC');
    await send(practice, 'PUT', '/api/doctors/me', { slotMinutes: 5 });
    const patient = await person();
    await signUpPatient(patient, 'Rolf Reader');
    const visit = await bookSoon(practice, patient, doctor.id);
    await send(practice, 'POST', `/api/appointments/${visit.id}/confirm`);
    await patient.goto(`/visits/${visit.id}`);
    await practice.goto(`/visits/${visit.id}`);
    await practice.getByRole('textbox', { name: 'Notes' }).fill('Rest, and drink enough.');
    await practice.getByRole('button', { name: 'Save notes' }).click();
    await practice.getByText('The notes are saved.').waitFor();
    await assertAccessible(practice);
    assert.equal(await patient.getByText('Rest, and drink enough.').count(), 0);
    // Nobody can complete a visit that has not begun; what is typed then is saved with it.
    assert.equal(await practice.getByRole('button', { name: 'Complete the visit' }).count(), 0);
    await begins(visit);
    await practice.reload();
    await practice.getByRole('textbox', { name: 'Notes' }).fill('Rest, and drink enough. And tea.');
    await practice.getByRole('button', { name: 'Complete the visit' }).click();
    await practice.getByRole('dialog').waitFor();
    await assertAccessible(practice);
    await practice.getByRole('dialog').getByRole('button', { name: 'Complete the visit' }).click();
    await patient.getByText('Rest, and drink enough. And tea.').waitFor();
    await practice.getByText('Completed', { exact: true }).first().waitFor();
  });

  it('hears of a request while a dialog is open, and nothing covers anything', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Dina Dialog');
    const patient = await person();
    await signUpPatient(patient, 'Ivo Interrupt');
    const visit = await book(patient, doctor.id);
    const live = practice.waitForEvent('websocket');
    await practice.goto(`/visits/${visit.id}`);
    await (await live).waitForEvent('framereceived', { predicate: ({ payload }) => String(payload).startsWith('40') });
    await practice.getByRole('button', { name: 'Decline' }).click();
    const dialog = practice.getByRole('dialog');
    await dialog.waitFor();
    await book(patient, doctor.id, { skip: 3 });
    const notices = practice.getByRole('log', { name: 'Notices' });
    await notices.getByText(/has requested a visit/).waitFor();
    const decline = dialog.getByRole('button', { name: 'Decline' });
    assert.ok((await reachesInto(decline, notices)) <= 0, 'the notice covers the buttons of the dialog');
    await assertAccessible(practice);
    await notices.getByRole('button', { name: 'Dismiss' }).click();
    await notices.getByText(/has requested a visit/).waitFor({ state: 'detached' });
    assert.equal(await dialog.count(), 1);
  });

  it('prints a visit with its notes, and neither the other visits nor what can be pressed', async () => {
    const practice = await person({ viewport: { width: 1280, height: 900 } });
    const doctor = await signUpDoctor(practice, 'Dr. Paula Paper');
    const patient = await person();
    await signUpPatient(patient, 'Petra Printed');
    const visit = await book(patient, doctor.id);
    const other = await person();
    await signUpPatient(other, 'Olaf Other');
    await book(other, doctor.id, { skip: 3 });
    await send(practice, 'PUT', `/api/appointments/${visit.id}/notes`, { notes: 'Rest, and drink enough.' });
    await practice.goto(`/visits/${visit.id}`);
    await practice.getByRole('link', { name: /Olaf Other/ }).waitFor();
    await practice.emulateMedia({ media: 'print' });
    const paper = await practice.evaluate(() => document.body.innerText);
    assert.match(paper, /Petra Printed/);
    assert.match(paper, /Rest, and drink enough\./);
    assert.doesNotMatch(paper, /Olaf Other|Messages|Decline|Record of the patient|Write a message|Save notes/);
    // In landscape a page is as wide as a desk; the column of the rail must not hold it.
    const { left, width } = await practice.evaluate(() => document.querySelector('main').getBoundingClientRect());
    assert.ok(left < 20 && width > 1000, `the page begins at ${left} and is ${width} wide`);
  });

  it('opens the record of an own patient, and of nobody else', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Rhea Record');
    const patient = await person();
    const mine = await signUpPatient(patient, 'Alma Allergic');
    await send(patient, 'PUT', '/api/patients/me', { allergies: 'Penicillin', dateOfBirth: '1980-05-06' });
    const visit = await book(patient, doctor.id);
    await practice.goto(`/visits/${visit.id}`);
    await practice.getByRole('link', { name: 'Record of the patient' }).click();
    await practice.getByText('Penicillin').waitFor();
    await practice.getByText(/6 May 1980|May 6, 1980/).waitFor();
    await assertAccessible(practice);
    const stranger = await signUpPatient(await person(), 'Sam Stranger');
    await practice.goto(`/patients/${stranger.id}`);
    await practice.getByRole('heading', { name: 'Not one of your patients' }).first().waitFor();
    assert.notEqual(stranger.id, mine.id);
  });

  it('sets the week, takes a day off, and patients see it', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Willa Week', 'UTC');
    await send(practice, 'PUT', '/api/doctors/me/schedule', { schedule: [] });
    await practice.goto('/me');
    await practice.getByRole('link', { name: 'Your schedule' }).click();
    const monday = practice.getByRole('group', { name: 'Monday' });
    await monday.getByRole('button', { name: 'Add times' }).click();
    await monday.getByRole('button', { name: 'Add times' }).click();
    await monday.getByLabel('From', { exact: true }).nth(1).fill('11:00');
    await monday.getByLabel('To', { exact: true }).nth(1).fill('13:00');
    await practice.getByRole('button', { name: 'Save the week' }).click();
    await practice.getByRole('alert').getByText('Monday: These times overlap others on that day.').waitFor();
    await assertAccessible(practice);
    await monday.getByLabel('From', { exact: true }).nth(1).fill('12:00');
    await monday.getByRole('button', { name: 'Copy Monday to other days' }).click();
    const copying = practice.getByRole('dialog');
    await assertAccessible(practice);
    await copying.getByRole('checkbox', { name: 'Wednesday' }).check();
    await copying.getByRole('checkbox', { name: 'Sunday' }).check();
    await copying.getByRole('button', { name: 'Copy', exact: true }).click();
    assert.equal(await practice.getByRole('group', { name: 'Sunday' }).getByLabel('From', { exact: true }).count(), 2);
    assert.equal(await practice.getByRole('group', { name: 'Tuesday' }).getByLabel('From', { exact: true }).count(), 0);
    await practice.getByRole('button', { name: 'Save the week' }).click();
    await practice.getByText('Your week is saved.').waitFor();

    const date = nextMonday();
    const patient = await person({ timezoneId: 'UTC', viewport: { width: 1280, height: 900 } });
    const seen = () => timesOn(patient, doctor.id, date);
    const mornings = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00', '12:30'];
    assert.deepEqual(await seen(), mornings);
    await practice.getByLabel('First date').fill(date);
    await practice.getByRole('button', { name: 'Save these dates' }).click();
    await practice.getByRole('listitem').filter({ hasText: 'Time off' }).waitFor();
    assert.deepEqual(await seen(), []);
    await assertAccessible(practice);
    await practice.getByRole('button', { name: 'As usual' }).click();
    await practice.getByText('Every day is as usual.').waitFor();
    assert.deepEqual(await seen(), mornings);

    await practice.getByLabel('Minutes of a visit', { exact: true }).fill('3');
    await practice.getByRole('button', { name: 'Save', exact: true }).click();
    await practice.getByRole('alert').getByText('Minutes of a visit: a whole number from 5 to 480.').waitFor();
    await practice.getByLabel('Minutes of a visit', { exact: true }).fill('60');
    await practice.getByRole('button', { name: 'Save', exact: true }).click();
    await practice.getByText('Your booking rules are saved.').waitFor();
    assert.deepEqual(await seen(), ['09:00', '10:00', '11:00', '12:00']);
  });

  it('finds a doctor by a language that the profile names, by keyboard', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Llengua');
    await practice.goto('/today');
    await practice.getByRole('link', { name: 'Say which languages you speak' }).click();
    const chosen = practice.locator('#profile-languages');
    await chosen.focus();
    await practice.keyboard.press('Enter');
    for (const language of ['Spanish', 'Catalan']) {
      await practice.getByRole('checkbox', { name: language }).focus();
      await practice.keyboard.press('Space');
    }
    assert.equal(await chosen.textContent(), 'Languages: Spanish and Catalan');
    await assertAccessible(practice);
    await practice.getByRole('button', { name: 'Save', exact: true }).click();
    await practice.getByText('Your profile is saved.').waitFor();
    const { user } = await send(practice, 'GET', '/api/auth/me');
    assert.deepEqual(user.languages, ['es', 'ca']);

    const patient = await person('phone');
    await patient.goto('/doctors?language=ca');
    await patient.getByText('1 doctor', { exact: true }).waitFor();
    await patient.getByText('Speaks Spanish and Catalan').waitFor();
    assert.equal(await patient.locator('main details').getByRole('combobox', { name: 'Language' }).inputValue(), 'ca');
    await assertAccessible(patient);
    await patient.locator('main details').getByRole('combobox', { name: 'Language' }).selectOption('gu');
    await patient.getByRole('heading', { name: 'No doctor found' }).waitFor();
    await patient.goto(`/doctors/${doctor.id}`);
    await patient.getByText('Speaks Spanish and Catalan').waitFor();
    await assertAccessible(patient);
  });

  it('keeps the profile of a doctor and the record of a patient', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Petra Profile');
    await practice.goto('/me');
    await practice.getByRole('link', { name: 'Your profile' }).click();
    await practice.getByLabel('Years of experience').fill('twelve');
    await practice.getByRole('button', { name: 'Save', exact: true }).click();
    await practice.getByRole('alert').getByText('Enter a whole number of years from 0 to 80.').waitFor();
    await assertAccessible(practice);
    await practice.getByLabel('Years of experience').fill('21');
    await practice.getByLabel('Name', { exact: true }).fill('Dr. Petra Renamed');
    await practice.getByRole('button', { name: 'Save', exact: true }).click();
    await practice.getByText('Your profile is saved.').waitFor();
    const { doctor: shown } = await send(practice, 'GET', `/api/doctors/${doctor.id}`);
    assert.deepEqual([shown.name, shown.experience], ['Dr. Petra Renamed', 21]);

    const patient = await person();
    await signUpPatient(patient, 'Rosa Record');
    await patient.goto('/me/profile');
    await patient.getByLabel(/Allergies/).fill('Penicillin');
    await patient.getByLabel(/Date of birth/).fill('1980-05-06');
    await patient.getByRole('button', { name: 'Add a contact' }).click();
    await patient.getByRole('button', { name: 'Save', exact: true }).click();
    await patient.getByRole('alert').getByText('Enter the phone number of the contact.').waitFor();
    await assertAccessible(patient);
    const contact = patient.getByRole('group', { name: 'Emergency contacts' });
    await contact.getByLabel('Name', { exact: true }).fill('Rolf Record');
    await contact.getByLabel('Phone number').fill('+49 30 1234567');
    await patient.getByRole('button', { name: 'Save', exact: true }).click();
    await patient.getByText('Your profile is saved.').waitFor();
    const { patient: kept } = await send(patient, 'GET', '/api/patients/me');
    assert.deepEqual(
      [kept.allergies, kept.dateOfBirth, kept.emergencyContacts.length],
      ['Penicillin', '1980-05-06', 1],
    );
  });
});

/** The free times of a day, as the page of the doctor offers them to a patient. */
async function timesOn(page, doctorId, date) {
  await page.goto(`/doctors/${doctorId}`);
  const picker = page.getByRole('group', { name: 'Free times' });
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(date));
  await picker.getByRole('button').first().waitFor();
  const head = picker.getByText(new RegExp(`${day}, `)).first();
  if ((await head.count()) === 0) {
    // The picker begins with the first day that has a free time.
    const first = await picker.locator('[data-at]').first().getAttribute('data-at');
    if (first.slice(0, 10) > date) return [];
    await page.getByRole('button', { name: 'Next week' }).click();
    await head.waitFor({ state: 'attached' });
  }
  const ofDay = picker.getByRole('button', { name: new RegExp(`${day}, `) });
  if (await ofDay.isDisabled()) return [];
  await ofDay.click();
  return picker.getByRole('button', { name: new RegExp(`^${day} at `) }).allInnerTexts();
}

function nextMonday() {
  const at = new Date();
  at.setUTCDate(at.getUTCDate() + ((8 - at.getUTCDay()) % 7 || 7));
  return at.toISOString().slice(0, 10);
}
