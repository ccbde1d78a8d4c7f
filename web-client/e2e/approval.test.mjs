import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { emailOf, makeAdmin, PASSWORD, send, signUpDoctor, signUpPatient } from './people.mjs';
import { drawn } from './pictures.mjs';
import { stage, watched } from './stage.mjs';

describe('what an admin decides', () => {
  const on = stage(['--doctor-approval', 'required']);
  const person = watched(on);

  /** The page of an admin. */
  async function admin() {
    const { page } = await person();
    await makeAdmin(on.server, page, 'Ada');
    return page;
  }

  it('is told to a doctor who waits, who is turned down, and who is approved', async () => {
    const { page } = await person();
    const ada = await admin();
    const doctor = await signUpDoctor(page, 'Dora Waits');
    const strip = page.getByRole('note');
    await page.clock.install();
    await page.goto('/schedule');
    await strip.getByText('Your account is waiting for approval.').waitFor();
    await assertAccessible(page);
    await send(ada, 'POST', `/api/admin/users/${doctor.id}/reject`, { reason: 'The licence number is missing.' });
    await page.reload();
    await strip.getByText('Your account was not approved').waitFor();
    await strip.getByText('The reason: The licence number is missing.').waitFor();
    await assertAccessible(page);
    await send(ada, 'POST', `/api/admin/users/${doctor.id}/approve`);
    // Nothing is loaded again by hand.
    await page.clock.fastForward(30_000);
    await strip.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('is based on what the doctor shows to admins alone', async () => {
    const { page } = await person();
    const { page: office } = await person();
    await office.goto('/login');
    await send(office, 'POST', '/api/auth/login', { email: 'ada@example.org', password: PASSWORD });
    const doctor = await signUpDoctor(page, 'Dora Shows');
    await page.goto('/schedule');
    await page.getByRole('note').getByRole('link', { name: 'Show your licence' }).click();
    await page.waitForURL('**/me/profile');
    const proof = page
      .locator('section, div')
      .filter({ has: page.getByRole('heading', { name: 'Proof of your licence' }) })
      .last();
    await proof.getByLabel('Licence number').fill('MD-4711');
    await proof.getByRole('button', { name: 'Save the licence number' }).click();
    await page.getByText('Your licence number is saved.').waitFor();
    const picker = proof.locator('input[type=file]');
    await picker.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await proof.getByRole('alert').waitFor();
    await picker.setInputFiles(await drawn(page));
    await proof.getByRole('img', { name: 'Document 1' }).waitFor();
    await picker.setInputFiles(await drawn(page, { name: 'b.png' }));
    await proof.getByRole('img', { name: 'Document 2' }).waitFor();
    await assertAccessible(page);

    await office.goto(`/people/${doctor.id}`);
    await office.getByText('MD-4711').waitFor();
    assert.equal(await office.getByRole('img', { name: /^Document/ }).count(), 0);
    await office.getByRole('button', { name: 'Show document 2' }).click();
    const shown = office.getByRole('img', { name: 'Document 2' });
    await shown.waitFor();
    await office.waitForFunction((image) => image.naturalWidth > 0, await shown.elementHandle());
    await assertAccessible(office);
    await page.goto('/me');
    await page.getByText('Administrator looked at a photo of your documents.').first().waitFor();

    await page.goto('/me/profile');
    await page.getByRole('button', { name: 'Remove document 1' }).click();
    await page.getByRole('img', { name: 'Document 2' }).waitFor({ state: 'detached' });
    await page.getByRole('img', { name: 'Document 1' }).waitFor();
  });

  it('is told in words to somebody whose account is disabled', async () => {
    const { page } = await person({ locale: 'es-ES' });
    const { page: office } = await person();
    await office.goto('/login');
    await send(office, 'POST', '/api/auth/login', { email: 'ada@example.org', password: PASSWORD });
    const patient = await signUpPatient(page, 'Paul Gone');
    await page.goto('/me');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await send(office, 'POST', `/api/admin/users/${patient.id}/disable`);
    await page.getByRole('heading', { name: 'Su sesión ha terminado' }).waitFor();
    await page.getByLabel('Correo electrónico').fill(emailOf('Paul Gone'));
    await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Iniciar sesión', exact: true }).click();
    await page.getByRole('alert').getByText('Esta cuenta está desactivada.').waitFor();
    await assertAccessible(page);
  });
});
