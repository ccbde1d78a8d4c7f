import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';
import { PHONE, stage, watched } from './stage.mjs';

const KEYS = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};

/**
 * Chromium without windows reaches no push service, so the two calls that need one are replaced in the page: what the
 * browser would subscribe, and what it then knows. All else is real: the worker, the permission, the server.
 */
function standIn(keys) {
  let subscription = null;
  PushManager.prototype.subscribe = async ({ applicationServerKey, userVisibleOnly }) => {
    const json = {
      endpoint: 'https://push.example.org/' + applicationServerKey.slice(0, 8),
      expirationTime: null,
      keys,
    };
    subscription = {
      ...json,
      userVisibleOnly,
      toJSON: () => json,
      unsubscribe: async () => {
        subscription = null;
        return true;
      },
    };
    return subscription;
  };
  PushManager.prototype.getSubscription = async () => subscription;
}

describe('notices on a device', () => {
  // The browser without windows shows no notices: it refuses them whatever is granted.
  const on = stage(['--vapid-subject', 'mailto:ops@clinic.example'], { whole: true });
  const person = watched(on);

  async function patientOf(name, permissions = []) {
    const { page: practice } = await person();
    const { page: patient } = await person({ viewport: PHONE, serviceWorkers: 'allow' });
    await patient.context().grantPermissions(permissions);
    await patient.addInitScript(standIn, KEYS);
    const doctor = await signUpDoctor(practice, `Dr. ${name} Bell`);
    await signUpPatient(patient, `${name} Bell`);
    return { practice, patient, doctor };
  }

  it('are subscribed after a booking, shown by the worker, and lead to their page', async () => {
    const { patient, doctor } = await patientOf('Ines', ['notifications']);
    const visit = await book(patient, doctor.id);
    await patient.goto(`/visits/${visit.id}/booked`);
    await patient.getByText(/even when this site is closed/).waitFor();
    await assertAccessible(patient);
    await patient.getByRole('button', { name: 'Remind me on this device' }).press('Enter');
    await patient.getByText('Reminders of this visit appear on this device.').waitFor();
    await assertAccessible(patient);
    const worker = await patient.evaluate(async () => (await navigator.serviceWorker.ready).active.scriptURL);
    assert.equal(new URL(worker).pathname, '/sw.js');

    await deliver(patient, {
      title: 'Your visit is confirmed',
      body: 'Your visit with Dr. Ines Bell is confirmed.',
      language: 'en',
      tag: 'p1:1',
      page: `/visits/${visit.id}`,
    });
    const shown = await notifications(patient, 'Your visit is confirmed');
    assert.deepEqual(shown, [
      { title: 'Your visit is confirmed', body: 'Your visit with Dr. Ines Bell is confirmed.', tag: 'p1:1' },
    ]);

    // The same once more is shown as one, and what cannot be read is shown as something.
    await deliver(patient, { title: 'Your visit is still confirmed', tag: 'p1:1' });
    await notifications(patient, 'Your visit is still confirmed');
    await deliver(patient, 'no JSON');
    await notifications(patient, 'Your visit is still confirmed', 'Health Connect');
  });

  it('are turned on and off in the settings, by a press', async () => {
    const { patient } = await patientOf('Omar', ['notifications']);
    await patient.goto('/notices/settings');
    await patient.getByText('No notices appear on this device.').waitFor();
    await assertAccessible(patient);
    await patient.getByRole('button', { name: 'Show notices on this device' }).press('Enter');
    await patient.getByText('Notices appear on this device.', { exact: true }).waitFor();
    await assertAccessible(patient);
    const group = patient.getByRole('group', { name: /What may appear on devices/ });
    await group.getByLabel('Visit moved').press('Space');
    await patient.getByText('Your choice is saved.').waitFor();
    const { kinds } = await send(patient, 'GET', '/api/me/notice-settings');
    assert.deepEqual(kinds.visit_moved, { mail: true, push: false });

    const removed = patient.waitForRequest(
      (request) => request.method() === 'DELETE' && request.url().endsWith('/api/me/push-subscriptions'),
    );
    await patient.getByRole('button', { name: 'Show no more notices here' }).press('Enter');
    assert.equal((await (await removed).response()).status(), 204);
    await patient.getByText('No notices appear on this device.').waitFor();
  });

  it('are said to be blocked when the browser blocks them', async () => {
    const { patient, doctor } = await patientOf('Lena');
    await patient.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
    });
    await patient.goto('/notices/settings');
    await patient.getByText(/^Your browser blocks notices of this site/).waitFor();
    await assertAccessible(patient);
    const visit = await book(patient, doctor.id);
    await patient.goto(`/visits/${visit.id}/booked`);
    await patient.getByText('Your browser blocks notices of this site.').waitFor();
    await assertAccessible(patient);
  });
});

describe('notices on a device, where the site sends none', () => {
  const on = stage();
  const person = watched(on);

  it('are not offered, in Spanish either', async () => {
    const { page: practice } = await person();
    const { page: patient } = await person({ locale: 'es-ES', serviceWorkers: 'allow' });
    const doctor = await signUpDoctor(practice, 'Dr. Vera Bell');
    await signUpPatient(patient, 'Vera Bell');
    const visit = await book(patient, doctor.id);
    await patient.goto(`/visits/${visit.id}/booked`);
    await patient.getByRole('link', { name: 'Elegir los recordatorios' }).waitFor();
    assert.equal(await patient.getByRole('button', { name: 'Recordármelo en este dispositivo' }).count(), 0);
    await patient.goto('/notices/settings');
    await patient.getByText('Este sitio no envía avisos a dispositivos.').waitFor();
    assert.equal(await patient.getByRole('group', { name: /dispositivos/ }).count(), 0);
    await assertAccessible(patient);
  });
});

/** As the push service would, once the message is decrypted. */
async function deliver(page, message) {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find(({ isDeleted }) => !isDeleted);
      if (found !== undefined) {
        resolve(found.registrationId);
      }
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: new URL(page.url()).origin,
    registrationId: await registered,
    data: typeof message === 'string' ? message : JSON.stringify(message),
  });
  await session.detach();
}

/** What is shown, once it has these titles. */
async function notifications(page, ...titles) {
  const handle = await page.waitForFunction(
    async (wanted) => {
      const registration = await navigator.serviceWorker.ready;
      const shown = await registration.getNotifications();
      const there = shown.map(({ title }) => title).sort();
      return there.join('|') === wanted.sort().join('|') && shown.map(({ title, body, tag }) => ({ title, body, tag }));
    },
    titles,
    { polling: 100 },
  );
  return handle.jsonValue();
}
