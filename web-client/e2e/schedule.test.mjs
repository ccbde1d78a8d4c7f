import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

describe("the editor of a doctor's schedule", () => {
  const on = stage();
  const someone = watched(on);
  const person = async (options) => (await someone(options)).page;
  const day = (page, name) => page.getByRole('group', { name });
  const saveWeek = (page) => page.getByRole('button', { name: 'Save the week' }).click();

  it('points out a night that runs into the next morning, and saves it all the same', async () => {
    const page = await person();
    await signUpDoctor(page, 'Dr. Night Owl', 'UTC');
    await send(page, 'PUT', '/api/doctors/me/schedule', {
      schedule: [{ day: 'sunday', windows: [{ startTime: '21:00', endTime: '03:00' }] }],
    });
    await page.goto('/schedule');
    const note = day(page, 'Sunday').getByRole('status');
    assert.equal(await note.innerText(), '');
    await day(page, 'Monday').getByRole('button', { name: 'Add times' }).click();
    await day(page, 'Monday').getByLabel('From', { exact: true }).fill('02:00');
    await note.getByText('21:00–03:00 runs into Monday, where 02:00–12:00 begins before it ends.').waitFor();
    await assertAccessible(page);
    await saveWeek(page);
    await page.getByText('Your week is saved.').waitFor();
    await day(page, 'Monday').getByLabel('From', { exact: true }).fill('03:00');
    await note.getByText('runs into').waitFor({ state: 'detached' });
  });

  it('names the booked visits that a special date leaves outside, with the way to each', async () => {
    const page = await person();
    const doctor = await signUpDoctor(page, 'Dr. Away', 'UTC');
    const patient = await person();
    await signUpPatient(patient, 'Lena Left');
    const visit = await book(patient, doctor.id);
    await page.goto('/schedule');
    await page.getByLabel('First date').fill(visit.date);
    await page.getByRole('button', { name: 'Save these dates' }).click();
    await page.getByText('1 visit no longer fits. It stays as it is.').waitFor();
    await assertAccessible(page);
    await page.getByRole('link', { name: /Lena Left/ }).click();
    await page.getByRole('heading', { name: 'Visit with Lena Left' }).waitFor();
    assert.equal(new URL(page.url()).pathname, `/visits/${visit.id}`);
    await page.goBack();
    await page.getByText('1 visit no longer fits').waitFor();
    await page.getByRole('button', { name: 'Hide this list' }).click();
    await page.getByText('1 visit no longer fits').waitFor({ state: 'detached' });
  });

  it('asks the patients whom time off concerns for another time, or cancels with a reason', async () => {
    const page = await person();
    const doctor = await signUpDoctor(page, 'Dr. Off Duty', 'UTC');
    const patient = await person();
    await signUpPatient(patient, 'Mara Moved');
    const visit = await book(patient, doctor.id);
    await page.goto('/schedule');
    await page.getByLabel('First date').fill(visit.date);
    await page.getByRole('button', { name: 'Save these dates' }).click();
    const press = (name) => page.getByRole('button', { name }).click();
    const confirm = (name) => page.getByRole('dialog').getByRole('button', { name }).click();

    await press('Propose other times');
    await assertAccessible(page);
    await confirm('Propose other times');
    await page.getByText('The message is sent.').first().waitFor();
    await patient.goto(`/messages/${doctor.id}`);
    const link = patient.getByRole('log').getByRole('link', { name: /^http/ });
    assert.equal(new URL(await link.getAttribute('href')).pathname, `/visits/${visit.id}`);
    await patient.goto(`/visits/${visit.id}`);
    await patient.getByRole('button', { name: 'Move this visit' }).waitFor();

    await press('Cancel all');
    await page.getByLabel('Reason').fill('The practice is closed.');
    await confirm('Cancel all');
    await page.getByText('The visit is cancelled.').first().waitFor();
    await page.getByText('1 visit no longer fits').waitFor({ state: 'detached' });
    await patient.getByText('The practice is closed.').first().waitFor();
  });

  it('takes time off over several dates as one change, and gives it back as one', async () => {
    const page = await person();
    await signUpDoctor(page, 'Dr. Holiday', 'UTC');
    const changes = [];
    page.on('request', (request) => {
      if (request.url().includes('/overrides')) {
        changes.push(`${request.method()} ${new URL(request.url()).pathname}`);
      }
    });
    await page.goto('/schedule');
    await page.getByLabel('First date').fill('2030-07-29');
    await page.getByLabel('Last date').fill('2030-07-28');
    await page.getByRole('button', { name: 'Save these dates' }).click();
    await page.getByRole('alert').getByText('The last date must not be before the first.').waitFor();
    await page.getByLabel('Last date').fill('2030-08-11');
    await page.getByRole('button', { name: 'Save these dates' }).click();
    const holiday = page.getByRole('listitem').filter({ hasText: 'Time off' });
    await holiday.getByText('Monday, 29 July 2030 to Sunday, 11 August 2030').waitFor();
    assert.equal(await holiday.count(), 1);
    await assertAccessible(page);
    await holiday.getByRole('button', { name: /^As usual/ }).click();
    await page.getByText('Every day is as usual.').waitFor();
    assert.deepEqual(changes, ['PUT /api/doctors/me/overrides', 'DELETE /api/doctors/me/overrides']);
  });

  it('shows what the server refuses at the times that it concerns', async () => {
    const page = await person();
    await signUpDoctor(page, 'Dr. Refused', 'UTC');
    await send(page, 'PUT', '/api/doctors/me/schedule', {
      schedule: [
        { day: 'tuesday', windows: [{ startTime: '08:00', endTime: '09:00' }] },
        { day: 'thursday', windows: [{ startTime: '08:00', endTime: '09:00' }] },
      ],
    });
    await page.goto('/schedule');
    await day(page, 'Thursday').getByRole('button', { name: 'Add times' }).click();
    await day(page, 'Thursday').getByLabel('To', { exact: true }).nth(1).fill('10:00');
    // A rule of the server that this version of the page does not know: here, that it sends 10:00 to 10:00.
    await page.route('**/api/doctors/me/schedule', (route) =>
      route.continue({
        postData: route.request().postData().replace('"09:00","endTime":"10:00"', '"10:00","endTime":"10:00"'),
      }),
    );
    await saveWeek(page);
    await page.getByRole('alert').getByText('Thursday: the end must differ from the start.').waitFor();
    const from = day(page, 'Thursday').getByLabel('From', { exact: true });
    assert.deepEqual(
      [await from.nth(0).getAttribute('aria-invalid'), await from.nth(1).getAttribute('aria-invalid')],
      [null, 'true'],
    );
    assert.equal(await day(page, 'Tuesday').getByLabel('From', { exact: true }).getAttribute('aria-invalid'), null);
    await assertAccessible(page);

    await page.getByLabel('Minutes of a visit', { exact: true }).fill('30');
    await page.getByLabel('Notice in minutes').fill('60');
    await page.route('**/api/doctors/me', (route) =>
      route.continue({ postData: route.request().postData().replace(':60,', ':60000,') }),
    );
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').getByText('Notice in minutes: a whole number from 0 to 43200.').waitFor();
    assert.equal(await page.getByLabel('Notice in minutes').getAttribute('aria-invalid'), 'true');
  });
});
