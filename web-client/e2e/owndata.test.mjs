import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { book, emailOf, PASSWORD, send, signUpDoctor, signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

const thread = (page, name) => page.getByRole('log', { name: `Messages with ${name}` });

describe('what people can do with their data', () => {
  const on = stage();
  const person = watched(on);

  async function pair(doctorName, patientName) {
    const { page: practice } = await person();
    const { page: patient } = await person();
    const doctor = await signUpDoctor(practice, doctorName);
    const user = await signUpPatient(patient, patientName);
    const visit = await book(patient, doctor.id);
    await send(patient, 'POST', `/api/messages/${doctor.id}`, { text: 'It itches again.' });
    return { practice, patient, doctor, user, visit };
  }

  it('downloads everything as a ZIP file', async () => {
    const { patient } = await pair('Dora Download', 'Paula Download');
    await patient.goto('/me');
    await patient.getByRole('heading', { name: 'Your data' }).waitFor();
    await assertAccessible(patient);
    const [file] = await Promise.all([
      patient.waitForEvent('download', { timeout: 60_000 }),
      patient.getByRole('button', { name: 'Download my data' }).click(),
    ]);
    assert.equal(file.suggestedFilename(), 'health-connect.zip');
    const bytes = await readFile(await file.path());
    assert.equal(bytes.subarray(0, 2).toString(), 'PK');
    for (const name of ['account.json', 'record.json', 'appointments.json', 'messages.json', 'people.json']) {
      assert.ok(bytes.includes(name), name);
    }
  });

  it('says why a download did not work', async () => {
    const { page } = await person();
    await signUpPatient(page, 'Busy Download');
    await page.goto('/me');
    await page.route('**/api/me/export', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 503, code: 'overloaded' }),
      }),
    );
    await page.getByRole('button', { name: 'Download my data' }).click();
    await page.getByText('The server is overloaded right now').waitFor();
  });

  it('deletes the account for good, after the right password, and others read "Former user"', async () => {
    const { practice, patient, user, visit } = await pair('Dora Delete', 'Paul Delete');
    await practice.goto(`/messages/${user.id}`);
    await thread(practice, 'Paul Delete').getByText('It itches again.').waitFor();
    await patient.goto('/me');
    await patient.getByRole('button', { name: 'Delete my account' }).click();
    const dialog = patient.getByRole('dialog', { name: 'Delete your account?' });
    await dialog.waitFor();
    await assertAccessible(patient);
    const now = dialog.getByRole('button', { name: 'Delete for good' });
    await now.click();
    await dialog.getByText('Enter your password.').first().waitFor();
    await dialog.getByLabel('Password', { exact: true }).fill('wrong horse battery');
    await now.click();
    await dialog.getByText('The password is wrong.').first().waitFor();
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await now.click();
    await patient.getByText('Your account has been deleted.').waitFor();

    await patient.goto('/login');
    await patient.getByLabel('E-mail').fill(emailOf('Paul Delete'));
    await patient.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await patient.getByRole('button', { name: 'Log in' }).click();
    await patient.getByText('The e-mail address or the password is wrong.').first().waitFor();

    await practice.reload();
    await thread(practice, 'Former user').getByText('It itches again.').waitFor();
    assert.equal(await practice.getByText('Paul Delete').count(), 0);
    await practice.goto(`/visits/${visit.id}`);
    await practice.getByText('The visit was cancelled').waitFor();
    await practice.getByText('One of the two has deleted their account.').waitFor();
    assert.equal(await practice.getByText('Paul Delete').count(), 0);
  });
});
