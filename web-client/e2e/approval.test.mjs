import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { emailOf, makeAdmin, PASSWORD, send, signUpDoctor, signUpPatient } from './people.mjs';
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
