// Browsers that are set up in unusual ways, and what must not end a page.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

const ODD = {
  'with blocked storage': () => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
    delete window.BroadcastChannel;
  },
  'with the language en-US@posix': () => {
    Object.defineProperty(navigator, 'language', { get: () => 'en-US@posix' });
    Object.defineProperty(navigator, 'languages', { get: () => ['en-US@posix', 'C'] });
  },
  'in the zone Etc/Unknown': () => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      const options = resolvedOptions.call(this);
      return options.timeZone === 'Asia/Qyzylorda' ? { ...options, timeZone: 'Etc/Unknown' } : options;
    };
  },
  'that does not know the zone of the practice': () => {
    const { DateTimeFormat } = Intl;
    const Odd = function (locales, options) {
      if (options?.timeZone === 'Asia/Kolkata') {
        throw new RangeError('Invalid time zone specified: Asia/Kolkata');
      }
      return new DateTimeFormat(locales, options);
    };
    Odd.prototype = DateTimeFormat.prototype;
    Odd.supportedLocalesOf = DateTimeFormat.supportedLocalesOf.bind(DateTimeFormat);
    Intl.DateTimeFormat = Odd;
  },
};

describe('a browser', () => {
  const on = stage();
  const person = watched(on);

  for (const [name, script] of Object.entries(ODD)) {
    it(`${name} shows doctors, books, and shows the visit`, async () => {
      const { page: practice } = await person();
      const doctor = await signUpDoctor(practice, `Dr. ${name}`, 'Asia/Kolkata');
      const { context, page } = await person({ timezoneId: 'Asia/Qyzylorda' });
      await context.addInitScript(script);
      await page.goto('/doctors');
      await page.getByRole('heading', { name: 'Find a doctor' }).waitFor();
      await signUpPatient(page, `Patient ${name}`);
      const visit = await book(page, doctor.id);
      await page.goto(`/doctors/${doctor.id}`);
      await page.getByLabel('Times are shown for').waitFor();
      await page.goto(`/visits/${visit.id}`);
      await page.getByRole('heading', { name: new RegExp(`Visit with Dr. ${name}`) }).waitFor();
      await page.getByRole('button', { name: 'Move this visit' }).click();
      await page.getByRole('dialog').getByLabel('Times are shown for').waitFor();
      await page.goto('/messages');
      await page.getByRole('heading', { name: 'Messages', exact: true }).first().waitFor();
      await page.goto('/me');
      await page.getByLabel('Look').selectOption('dark');
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
      await page.getByLabel('Language').selectOption('es');
      await page.getByRole('heading', { name: 'Cuenta', exact: true }).or(page.getByText('Idioma')).first().waitFor();
    });
  }

  it('that blocks storage signs up a doctor, who is in UTC where the zone is unknown', async () => {
    const { context, page } = await person({ timezoneId: 'Asia/Qyzylorda' });
    await context.addInitScript(ODD['in the zone Etc/Unknown']);
    await context.addInitScript(ODD['with blocked storage']);
    await page.goto('/signup');
    await page.getByRole('radio', { name: 'A doctor' }).check();
    await page.getByLabel('Full name').fill('Dr. Un Known');
    await page.getByLabel('E-mail').fill('unknown@example.org');
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery staple');
    await page.getByLabel('Specialty').fill('Cardiology');
    await page.getByLabel('Years of experience').fill('7');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL('**/today');
    const { user } = await send(page, 'GET', '/api/auth/me');
    assert.equal(user.timeZone, 'UTC');
  });
});
