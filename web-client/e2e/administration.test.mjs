import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { press, tabTo } from './keyboard.mjs';
import { emailOf, makeAdmin, PASSWORD, send, signUpDoctor, signUpPatient } from './people.mjs';
import { hasFocus, stage, watched } from './stage.mjs';

const DESK = { width: 1280, height: 800 };

/** No page of admins may be wider than the window. */
async function assertFits(page) {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wider, 0, page.url());
}

async function assertFine(page) {
  await page.waitForLoadState('networkidle');
  await assertFits(page);
  await assertAccessible(page);
}

/** What admins see and decide. The server asks them for no second factor, as it has no PUBLIC_URL. */
describe('the pages of admins', () => {
  const on = stage(['--doctor-approval', 'required']);
  const person = watched(on);
  let made = false;

  async function admin(options = {}) {
    const one = await person(options);
    if (made) {
      await send(one.page, 'POST', '/api/auth/login', { email: emailOf('Ada Admin'), password: PASSWORD });
    } else {
      await makeAdmin(on.server, one.page, 'Ada Admin');
      made = true;
    }
    return one;
  }

  it('lead from a doctor who waits to one who is found, by keyboard', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dora Waits');
    const { page } = await admin({ viewport: DESK });
    await page.goto('/');
    await page.waitForURL('**/people');
    await page.getByRole('link', { name: /Dora Waits/ }).waitFor();
    await assertFine(page);
    await page.getByLabel('State').selectOption({ label: 'Waiting for approval' });
    await page.waitForURL('**/people?state=pending');
    await page.getByRole('link', { name: /Administrator/ }).waitFor({ state: 'detached' });
    await press(page, /Dora Waits/, 'link');
    const heading = page.getByRole('heading', { name: 'Dora Waits' });
    await heading.waitFor();
    await hasFocus(heading);
    await page.getByText('Hearts, mostly.').waitFor();
    await assertFine(page);
    await press(page, 'Do not approve');
    const dialog = page.getByRole('dialog', { name: 'Not approve Dora Waits?' });
    await dialog.waitFor();
    await assertAccessible(page);
    await dialog.getByLabel('Why? The doctor reads this').fill('The licence number is missing.');
    await press(page, 'Do not approve', 'button', dialog);
    await page.getByText('Dora Waits is not approved.').waitFor();
    await page.getByText('The licence number is missing.').waitFor();
    await hasFocus(page.getByRole('heading', { name: 'What you can do' }));
    await page.getByText('Not approved', { exact: true }).waitFor();
    await press(page, 'Approve');
    await page.getByText('Dora Waits is approved.').waitFor();
    await page.getByRole('button', { name: 'Take back the approval' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Approve', exact: true }).count(), 0);
    await practice.goto(`/doctors/${doctor.id}`);
    await practice.getByText('Verified').waitFor();
  });

  it('disable and enable an account, and hand out a link that sets a password', async () => {
    const { page: phone } = await person();
    const patient = await signUpPatient(phone, 'Paul Forgot');
    const { page, context } = await admin();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/people/${patient.id}`);
    await page.getByRole('button', { name: 'Disable the account' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable the account' }).click();
    await page.getByText('The account of Paul Forgot is disabled.').waitFor();
    await phone.goto('/me');
    await phone.getByRole('heading', { name: 'Log in to continue' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Make a link for a new password' }).count(), 0);
    await page.getByRole('button', { name: 'Enable the account' }).click();
    await page.getByText('The account of Paul Forgot is enabled again.').waitFor();
    await page.getByRole('button', { name: 'Make a link for a new password' }).click();
    const dialog = page.getByRole('dialog', { name: 'A link for Paul Forgot' });
    await dialog.waitFor();
    await assertFine(page);
    await dialog.getByRole('button', { name: 'Copy the link' }).click();
    await page.getByText('The link is copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(link, await dialog.getByLabel('Link', { exact: true }).inputValue());
    await dialog.getByText('Close', { exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await phone.goto(link);
    await phone.getByLabel('New password').fill('another horse battery staple');
    await phone.getByRole('button', { name: 'Save new password' }).click();
    await phone.getByText('Your new password is set').waitFor();
  });

  it('delete an account for good, and not their own', async () => {
    const { page: phone } = await person();
    const patient = await signUpPatient(phone, 'Petra Leaves');
    const { page } = await admin();
    const ada = (await send(page, 'GET', '/api/auth/me')).user;
    await page.goto(`/people/${ada.id}`);
    await page.getByText('This is your own account.').waitFor();
    assert.equal(await page.getByRole('button', { name: /^(Disable|Delete)/ }).count(), 0);
    await page.goto(`/people/${patient.id}`);
    await page.getByRole('button', { name: 'Delete the account' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('The account of Petra Leaves has been deleted.').waitFor();
    await page.waitForURL('**/people');
    await page.goto(`/people/${patient.id}`);
    await page.getByRole('heading', { level: 1, name: 'No such account' }).waitFor();
    await assertFine(page);
  });

  it('tell in words what the audit log holds, of everybody and of one person', async () => {
    const { page: phone } = await person();
    const patient = await signUpPatient(phone, 'Pia Watched');
    const { page } = await admin();
    await page.goto(`/people/${patient.id}`);
    await page.getByRole('link', { name: 'Show the audit log of this person' }).click();
    await page.getByText('Only what concerns Pia Watched').waitFor();
    await page.getByText('Administrator (ada.admin@example.org) looked at the account of Pia Watched.').waitFor();
    await page.getByText('Pia Watched logged in.').waitFor();
    await assertFine(page);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByText('Administrator (ada.admin@example.org) looked at the audit log.').first().waitFor();
    await page
      .getByText('Whoever runs the server made Administrator (ada.admin@example.org) an administrator.')
      .waitFor();
    await page.setViewportSize(DESK);
    await assertFine(page);
    const before = await page.locator('main time').count();
    assert.ok(before > 10 && before <= 50, String(before));
    for (let i = 0; i < 60; i++) {
      await send(page, 'GET', '/api/admin/users?limit=1');
    }
    await page.reload();
    await page.getByText('Administrator (ada.admin@example.org) looked at the list of people.').first().waitFor();
    assert.equal(await page.locator('main time').count(), 50);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.locator('main time').nth(60).waitFor();
    assert.equal(await page.getByText(/^did_|_read|undefined|null/).count(), 0);
  });

  it('show how the system is doing, on request only', async () => {
    const { page } = await admin();
    let asked = 0;
    await page.route('**/api/admin/system', (route) => {
      asked++;
      return route.continue();
    });
    await page.goto('/system');
    await page.getByText(/^SQLite 3\./).waitFor();
    await page.getByText('Delete old sessions').waitFor();
    await assertFine(page);
    await page.setViewportSize(DESK);
    await assertFine(page);
    assert.equal(await page.getByRole('note').count(), 0);
    assert.equal(asked, 1);
    await tabTo(page, 'Refresh');
    await Promise.all([page.waitForResponse('**/api/admin/system'), page.keyboard.press('Enter')]);
    assert.equal(asked, 2);
  });

  it('say what is wrong with the system, and with the connection', async () => {
    const { page } = await admin();
    await page.route('**/api/admin/system', async (route) => {
      const reply = await route.fetch();
      const { system } = await reply.json();
      system.store.freeBytes = 1_000;
      system.upkeep[0].failures = 3;
      await route.fulfill({ response: reply, json: { system } });
    });
    await page.goto('/system');
    await page.getByText('The disk is nearly full.').waitFor();
    await page.getByText('A regular task fails or is late.').waitFor();
    const tasks = await page.getByRole('region', { name: 'Regular tasks' }).getByRole('rowheader').allTextContents();
    assert.ok(tasks.length > 15);
    assert.deepEqual(
      tasks.filter((task) => task.includes('_')),
      [],
      'each task has its words',
    );
    await assertFine(page);
    for (const path of ['/people', '/audit', '/system']) {
      const route = `**/api/admin/${path === '/people' ? 'users' : path.slice(1)}*`;
      await page.route(route, (request) =>
        request.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          body: JSON.stringify({ status: 403, code: 'second_factor_required' }),
        }),
      );
      await page.goto(path);
      await page.getByRole('heading', { name: 'Set up two-step log-in first' }).waitFor();
      await assertFine(page);
      await page.unroute(route);
    }
    await page.unroute('**/api/admin/system');
    await page.route('**/api/admin/system', (request) => request.fulfill({ status: 500, body: '' }));
    await page.goto('/system');
    await page.getByRole('alert').waitFor({ timeout: 60_000 });
    await assertFine(page);
    await page.unroute('**/api/admin/system');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Regular tasks').waitFor();
    await page.goto('/people?q=zzz');
    await page.getByText('Nobody found').waitFor();
    await assertFine(page);
    await page.getByRole('button', { name: 'Clear the search' }).last().click();
    await page.getByRole('link', { name: /Administrator/ }).waitFor();
  });

  it('are not loaded for others', async () => {
    const { page } = await person();
    await signUpPatient(page, 'Nosy Patient');
    for (const path of ['/people', '/people/x', '/audit', '/system']) {
      await page.goto(path);
      await page.getByRole('heading', { name: 'This page is for administrators.' }).waitFor();
      await page.waitForLoadState('networkidle');
      const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      assert.deepEqual(
        loaded.filter((name) => /api\/admin|AdministrationPages/.test(name)),
        [],
      );
    }
    assert.equal(await page.getByRole('link', { name: /^(People|Audit|System)$/ }).count(), 0);
  });

  it('are in Spanish too, and follow a decision of another tab', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Diego Espera');
    const { page, context } = await admin({ locale: 'es-ES' });
    const errors = [];
    page.on('console', (message) => errors.push(message.text()));
    for (const [path, ready] of [
      ['/people', 'Nombre o correo electrónico'],
      ['/audit', 'consultó el registro de auditoría'],
      ['/system', 'Tareas periódicas'],
      [`/people/${doctor.id}`, 'Qué puede hacer'],
    ]) {
      await page.goto(path);
      await page.getByText(ready).first().waitFor();
      await assertFine(page);
      assert.equal(await page.getByText(/MISSING|administration\./).count(), 0);
    }
    assert.deepEqual(
      errors.filter((text) => text.includes('MISSING')),
      [],
    );
    const other = await context.newPage();
    const stale = page.getByRole('button', { name: 'Crear un enlace para una contraseña nueva' });
    await send(other, 'POST', `/api/admin/users/${doctor.id}/disable`);
    await stale.click();
    await page.getByText('Alguien ha cambiado esta cuenta mientras tanto.').waitFor();
    await stale.waitFor({ state: 'detached' });
    await send(other, 'POST', `/api/admin/users/${doctor.id}/enable`);
    await other.goto(`/people/${doctor.id}`);
    await other.getByRole('button', { name: 'Aprobar', exact: true }).click();
    await other.getByText('está aprobada').waitFor();
    await page.getByRole('button', { name: 'Aprobar', exact: true }).click();
    await page.getByText('está aprobada').waitFor();
    await other.close();
  });
});

describe('who read my data', () => {
  const on = stage();
  const person = watched(on);

  it('is told in words on the page of the patient, a page at a time', async () => {
    const { page: practice } = await person();
    const { page } = await person();
    const doctor = await signUpDoctor(practice, 'Dora Reads');
    const patient = await signUpPatient(page, 'Paul Asks');
    const date = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const { slots } = await send(page, 'GET', `/api/doctors/${doctor.id}/slots?from=${date}&to=${date}`);
    const { startTime } = slots[0];
    const body = { doctorId: doctor.id, date: slots[0].date, startTime, mode: 'chat', reason: 'A cough' };
    await send(page, 'POST', '/api/appointments', body);
    await send(practice, 'GET', `/api/patients/${patient.id}`);
    await page.goto('/me');
    await page.getByRole('heading', { name: 'Who has read my data' }).waitFor();
    await page.getByText('Dora Reads read your record.').waitFor();
    await page.getByText('You logged in.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Show more' }).count(), 0);
    await assertFine(page);
    for (let i = 0; i < 12; i++) {
      await send(practice, 'GET', `/api/patients/${patient.id}`);
    }
    await page.setViewportSize(DESK);
    await page.reload();
    await page.getByText('Dora Reads read your record.').nth(9).waitFor();
    assert.equal(await page.getByText('Dora Reads read your record.').count(), 10);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('You logged in.').waitFor();
    assert.equal(await page.getByText('Dora Reads read your record.').count(), 13);
    await assertFine(page);
  });
});
