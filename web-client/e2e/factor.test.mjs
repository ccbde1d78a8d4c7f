import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { emailOf, makeAdmin, PASSWORD, send, signUpPatient } from './people.mjs';
import { hasFocus, stage, watched } from './stage.mjs';
import { timeCode } from './totp.mjs';

/** G-14, with an authenticator app and in a browser. */
describe('two-step log-in', () => {
  const on = stage();
  const person = watched(on);

  /** Sets it up by hand on the person's own page; the code of the present step is used then. */
  async function setUp(page) {
    await page.goto('/me');
    await page.getByRole('button', { name: 'Set up two-step log-in' }).click();
    await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    const secret = await page.getByText(/^[A-Z2-7]{32}$/).innerText();
    await assertAccessible(page);
    const code = page.getByLabel('Code from the app');
    assert.equal(await code.getAttribute('autocomplete'), 'one-time-code');
    await page.getByRole('button', { name: 'Turn on', exact: true }).click();
    await page.getByRole('link', { name: 'Enter the code.' }).waitFor();
    await code.fill('000000');
    await page.getByRole('button', { name: 'Turn on', exact: true }).click();
    await page.getByRole('link', { name: 'The code is wrong.' }).waitFor();
    await assertAccessible(page);
    await code.fill(timeCode(secret));
    await page.getByRole('button', { name: 'Turn on', exact: true }).click();
    const heading = page.getByRole('heading', { name: 'Your recovery codes' });
    await heading.waitFor();
    await hasFocus(heading);
    await assertAccessible(page);
    const recoveryCodes = await page.getByText(/^[0-9a-f]{5}(-[0-9a-f]{5}){5}$/).allInnerTexts();
    assert.equal(recoveryCodes.length, 10);
    return { secret, recoveryCodes };
  }

  async function logOut(page) {
    await send(page, 'POST', '/api/auth/logout');
    await page.goto('/login');
  }

  /** Enters address and password, after which the page asks for a code. */
  async function enterPassword(page, name) {
    await page.getByLabel('E-mail').fill(emailOf(name));
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    const code = page.getByLabel('Code', { exact: true });
    await code.waitFor();
    await hasFocus(code);
    return code;
  }

  it('is set up, asked for, and turned off', async () => {
    const { page, context } = await person();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signUpPatient(page, 'Two Steps');
    const { secret, recoveryCodes } = await setUp(page);
    await page.getByRole('button', { name: 'Copy the codes' }).click();
    await page.getByText('Copied.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), recoveryCodes.join('\n'));
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('Each log-in asks for a code from your authenticator app.').waitFor();
    assert.equal(await page.getByText(recoveryCodes[0]).count(), 0);

    await logOut(page);
    const code = await enterPassword(page, 'Two Steps');
    assert.equal(await code.getAttribute('autocomplete'), 'one-time-code');
    await assertAccessible(page);
    // A server whose clock is a step behind would take it too, and it has not been used.
    const next = timeCode(secret, 1);
    await code.fill(next);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('link', { name: 'Account', exact: true }).waitFor();

    await logOut(page);
    await (await enterPassword(page, 'Two Steps')).fill(next);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('link', { name: 'This code is wrong or has been used before.' }).waitFor();
    await assertAccessible(page);
    await page.getByLabel('Code', { exact: true }).fill(recoveryCodes[4].toUpperCase());
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('link', { name: 'Account', exact: true }).click();

    await page.getByRole('button', { name: 'Turn off two-step log-in' }).click();
    await page.locator('#two-step-password').fill('not the password');
    await page.getByRole('button', { name: 'Turn off two-step log-in' }).click();
    await page.getByRole('link', { name: 'The password is wrong.' }).waitFor();
    await assertAccessible(page);
    await page.locator('#two-step-password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Turn off two-step log-in' }).click();
    await page.getByRole('button', { name: 'Set up two-step log-in' }).waitFor();

    await logOut(page);
    await send(page, 'POST', '/api/auth/login', { email: emailOf('Two Steps'), password: PASSWORD });
  });

  it('is removed by an admin when phone and recovery codes are lost', async () => {
    const { page } = await person();
    const patient = await signUpPatient(page, 'Lost Phone');
    const { secret } = await send(page, 'POST', '/api/auth/totp');
    await send(page, 'POST', '/api/auth/totp/confirm', { code: timeCode(secret) });
    await page.goto('/me');
    const { page: office } = await person();
    await makeAdmin(on.server, office, 'Ada Helps');
    await office.goto(`/people/${patient.id}`);
    await office.getByRole('button', { name: 'Remove two-step log-in' }).click();
    const dialog = office.getByRole('dialog', { name: 'Remove two-step log-in of Lost Phone?' });
    await dialog.waitFor();
    await assertAccessible(office);
    await dialog.getByRole('button', { name: 'Remove two-step log-in' }).click();
    await office.getByText('Two-step log-in of Lost Phone is removed.').waitFor();
    await hasFocus(office.getByRole('heading', { name: 'What you can do' }));
    assert.equal(await office.getByRole('button', { name: 'Remove two-step log-in' }).count(), 0);
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await page.getByLabel('E-mail').fill(emailOf('Lost Phone'));
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('removed your two-step log-in.').waitFor();
  });

  it('is asked for in Spanish too', async () => {
    const { page } = await person({ locale: 'es-ES' });
    await signUpPatient(page, 'Dos Pasos');
    const { secret } = await send(page, 'POST', '/api/auth/totp');
    await send(page, 'POST', '/api/auth/totp/confirm', { code: timeCode(secret) });
    await logOut(page);
    await page.getByLabel('Correo electrónico').fill(emailOf('Dos Pasos'));
    await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Iniciar sesión' }).click();
    await page.getByLabel('Código', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Iniciar sesión' }).click();
    await page.getByRole('link', { name: 'Este código no es correcto o ya se ha usado.' }).waitFor();
    await assertAccessible(page);
  });
});
