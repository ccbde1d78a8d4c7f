// What people see and get on a slow line, and on one that loses replies.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  countChanges,
  hold,
  keepLines,
  linesGone,
  loseReply,
  painted,
  pressTwice,
  slowDown,
  withoutLiveEvents,
} from './line.mjs';
import { book, PASSWORD, send, signUpDoctor, signUpPatient, walkIn } from './people.mjs';
import { stage, watched } from './stage.mjs';

/** What was counted, without what a page sends by itself: which language and zone it shows. */
function pressed(counts) {
  return Object.fromEntries(Object.entries(counts).filter(([what]) => what !== 'PUT /api/me/preferences'));
}

/** What stands for what is to come: of a person whose name is not known yet, the last three. */
const WHILE_LOADING = ['', 'Loading', 'Chat', 'C', 'Patient'];
const DESK = { viewport: { width: 1280, height: 900 } };

describe('on a slow line', () => {
  const on = stage();
  const person = watched(on);

  async function pair(name) {
    const { page: desk, context: deskContext } = await person(DESK);
    const { page: phone, context: phoneContext } = await person();
    const doctor = await signUpDoctor(desk, `Dr. ${name}`);
    const patient = await signUpPatient(phone, `Pat ${name}`);
    return { desk, deskContext, phone, phoneContext, doctor, patient };
  }

  async function visitWith({ desk, phone, doctor }, ...steps) {
    const visit = await book(phone, doctor.id, { skip: 2 });
    for (const step of steps) {
      await send(desk, 'POST', `/api/appointments/${visit.id}/${step}`);
    }
    return visit;
  }

  const visits = async (page) => (await send(page, 'GET', '/api/appointments')).appointments;
  const times = (page) => page.getByRole('button', { name: /at \d\d:\d\d$/ });
  const firstTime = (page) => times(page).first();
  const button = (page, name) => page.getByRole('button', { name, exact: true });
  const heading = (page, name) => page.getByRole('heading', { name, exact: true });

  /** The page of the other person has its live connection. */
  const otherIsOnline = async (page) => {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const { conversations } = await send(page, 'GET', '/api/messages');
      if (conversations[0].user.online) return;
      assert.ok(Date.now() < deadline, 'the other person is not online');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };

  it('each page says that it loads, and nothing that is not so', async () => {
    const two = await pair('Slow Pages');
    const { desk, phone, doctor, patient } = two;
    const [pending, over] = [await visitWith(two), await walkIn(desk, doctor, patient.id)];
    await send(desk, 'POST', `/api/appointments/${over.id}/complete`);
    await visitWith(two, 'confirm');
    await send(desk, 'PUT', `/api/appointments/${over.id}/notes`, { notes: 'Rest and tea.' });
    await send(phone, 'PUT', `/api/appointments/${over.id}/review`, { rating: 5, review: 'Listens well.' });
    await send(phone, 'POST', `/api/messages/${doctor.id}`, { text: 'Good morning' });
    await send(desk, 'POST', `/api/messages/${patient.id}`, { text: 'Good evening' });
    await send(phone, 'POST', `/api/messages/${doctor.id}/read`, { upTo: 2 });
    await send(desk, 'POST', `/api/messages/${patient.id}/read`, { upTo: 2 });
    // Both are there for the other.
    for (const page of [desk, phone]) {
      const other = await page.context().newPage();
      await other.goto('/me');
      await other.getByText('@example.org').first().waitFor();
    }
    await Promise.all([desk, phone].map(otherIsOnline));
    const pages = {
      [doctor.id]: [
        [desk, '/today', 'Pat Slow Pages'],
        [desk, '/visits?show=past', 'Completed'],
        [desk, `/visits/${over.id}`, 'Rest and tea.'],
        [desk, `/messages/${patient.id}`, 'Good evening'],
        [desk, '/patients', 'Pat Slow Pages'],
        [desk, `/patients/${patient.id}`, 'Allergies'],
        [desk, '/schedule', 'Usual week'],
        [desk, '/me/profile', 'Your profile'],
      ],
      [patient.id]: [
        [phone, '/doctors', 'Dr. Slow Pages'],
        [phone, `/doctors/${doctor.id}`, 'Listens well.'],
        [phone, '/visits', 'Dr. Slow Pages'],
        [phone, `/visits/${pending.id}`, 'What happened'],
        [phone, `/visits/${pending.id}/booked`, 'What happens next'],
        [phone, '/messages', 'Good evening'],
        [phone, `/messages/${doctor.id}`, 'Good evening'],
        [phone, '/me', 'This device'],
      ],
    };
    const visitAll = async (wanted) => {
      await keepLines(wanted[0][0].context());
      await slowDown(wanted[0][0]);
      for (const [page, path, ready] of wanted) {
        await page.goto(path, { waitUntil: 'commit' });
        await page.getByText('Loading', { exact: true }).first().waitFor({ state: 'attached' });
        await page.getByText(ready).filter({ visible: true }).first().waitFor();
        await page.waitForLoadState('networkidle');
        assert.deepEqual(
          (await linesGone(page)).filter((line) => !WHILE_LOADING.includes(line)),
          [],
          path,
        );
      }
    };
    await Promise.all(Object.values(pages).map(visitAll));
  });

  it('a double press sends once, whatever it sends', async () => {
    const { page: desk } = await person(DESK);
    const { page: phone } = await person();
    const doctor = await signUpDoctor(desk, 'Dr. Double');
    const [sent, done] = [countChanges(phone), countChanges(desk)];
    await phone.goto('/signup');
    await phone.getByLabel('Full name').fill('Dora Double');
    await phone.getByLabel('E-mail').fill('dora.double@example.org');
    await phone.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await pressTwice(phone, button(phone, 'Create account'));
    await phone.getByRole('link', { name: 'Find a doctor' }).click();
    await phone.getByRole('link', { name: /^Dr. Double/ }).click();
    await times(phone).nth(2).click();
    await phone.getByLabel('Reason for the visit').fill('A cough');
    await pressTwice(phone, button(phone, 'Book this visit'));
    await heading(phone, 'Visit requested').waitFor();
    const [visit] = await visits(phone);

    await desk.goto('/today');
    await button(desk, 'Confirm').waitFor();
    await pressTwice(desk, button(desk, 'Confirm'));
    await desk.getByText('The visit is confirmed.').waitFor();
    const begun = await walkIn(desk, doctor, visit.patient.id);
    await desk.goto(`/visits/${begun.id}`);
    await desk.getByRole('textbox', { name: 'Notes' }).fill('Rest and tea.');
    await pressTwice(desk, button(desk, 'Save notes'));
    await desk.getByText('The notes are saved.').waitFor();
    await button(desk, 'Complete the visit').click();
    await pressTwice(desk, desk.getByRole('dialog').getByRole('button', { name: 'Complete the visit' }));
    await desk.getByText('The visit is completed.', { exact: true }).waitFor();
    await desk.goto('/me/profile');
    await desk.getByLabel('Qualification').fill('MD, PhD');
    await pressTwice(desk, button(desk, 'Save'));
    await desk.getByText('Your profile is saved.').waitFor();

    await phone.goto(`/visits/${begun.id}`);
    await phone.getByRole('radio', { name: '4 stars of 5' }).check();
    await pressTwice(phone, button(phone, 'Send review'));
    await heading(phone, 'Your review').waitFor();
    const second = await book(phone, doctor.id);
    await phone.goto(`/visits/${second.id}`);
    await button(phone, 'Cancel this visit').click();
    const dialog = phone.getByRole('dialog');
    await dialog.getByLabel('Why are you cancelling?').fill('Well again');
    await pressTwice(phone, dialog.getByRole('button', { name: 'Cancel this visit' }));
    await phone.getByText('The visit was cancelled.').waitFor();
    await phone.goto(`/messages/${doctor.id}`);
    await phone.getByPlaceholder('Write a message').fill('Hello');
    await pressTwice(phone, button(phone, 'Send'));
    await phone
      .getByRole('log', { name: /^Messages/ })
      .getByText('Sent', { exact: true })
      .waitFor();

    assert.deepEqual(pressed(sent), {
      'POST /api/auth/signup': 1,
      [`POST /api/doctors/${doctor.id}/holds`]: 1,
      'POST /api/appointments': 1,
      [`PUT /api/appointments/${begun.id}/review`]: 1,
      [`POST /api/appointments/${second.id}/cancel`]: 1,
      [`POST /api/messages/${doctor.id}`]: 1,
    });
    assert.deepEqual(pressed(done), {
      [`POST /api/appointments/${visit.id}/confirm`]: 1,
      [`PUT /api/appointments/${begun.id}/notes`]: 1,
      [`POST /api/appointments/${begun.id}/complete`]: 1,
      'PUT /api/doctors/me': 1,
    });
    const stored = (await visits(phone)).map(({ id, status, history }) => [id, [status, history.length]]);
    assert.deepEqual(Object.fromEntries(stored), {
      [visit.id]: ['scheduled', 2],
      [begun.id]: ['completed', 2],
      [second.id]: ['cancelled', 2],
    });
    const { messages } = await send(phone, 'GET', `/api/messages/${doctor.id}`);
    assert.deepEqual(
      messages.map(({ text }) => text),
      ['Hello'],
    );
  });

  it('a booking and a message whose reply is lost are there once after another try', async () => {
    const { phone, doctor } = await pair('Lost Reply');
    await phone.goto(`/doctors/${doctor.id}`);
    await firstTime(phone).click();
    await phone.getByLabel('Reason for the visit').fill('A cough');
    await loseReply(phone, '**/api/appointments');
    const free = phone.waitForResponse((response) => response.url().includes('/slots'));
    await button(phone, 'Book this visit').click();
    // The event of the visit comes although the reply does not, and the time is not free any more.
    await free;
    await phone.getByRole('alert').getByText("We couldn't reach the server.").waitFor();
    await painted(phone);
    await button(phone, 'Book this visit').click();
    await heading(phone, 'Visit requested').waitFor();
    assert.equal((await visits(phone)).length, 1);

    await phone.goto(`/messages/${doctor.id}`);
    await loseReply(phone, `**/api/messages/${doctor.id}`);
    await phone.getByPlaceholder('Write a message').fill('Hello');
    await button(phone, 'Send').click();
    await phone
      .getByRole('log', { name: /^Messages/ })
      .getByText('Sent', { exact: true })
      .waitFor();
    const { messages } = await send(phone, 'GET', `/api/messages/${doctor.id}`);
    assert.deepEqual(
      messages.map(({ text }) => text),
      ['Hello'],
    );
    assert.deepEqual(await phone.locator('li[data-seq] p').allTextContents(), ['Hello']);
  });

  it('a change of a visit whose reply is lost is taken as done at the next try', async () => {
    const two = await pair('Lost Change');
    const { desk, phone, deskContext } = two;
    const visit = await visitWith(two);
    const change = (name) => `**/api/appointments/${visit.id}/${name}`;
    // Without live events, which would show what was done.
    await withoutLiveEvents(deskContext);
    await desk.goto(`/visits/${visit.id}`);
    await loseReply(desk, change('confirm'));
    await button(desk, 'Confirm').click();
    await desk.getByText("We couldn't reach the server.").waitFor();
    await button(desk, 'Confirm').click();
    await desk.getByText('The visit is confirmed.').waitFor();

    await loseReply(desk, change('notes'), 'PUT');
    await desk.getByRole('textbox', { name: 'Notes' }).fill('Rest and tea.');
    await desk
      .getByRole('status')
      .getByText(/^Not saved: we couldn't reach the server\./)
      .waitFor();
    await desk.getByText(/^Saved \d/).waitFor();
    assert.equal(await desk.getByRole('alert').count(), 0);

    await loseReply(desk, change('cancel'));
    await button(desk, 'Cancel this visit').click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Why are you cancelling?').fill('I am ill');
    await dialog.getByRole('button', { name: 'Cancel this visit' }).click();
    await dialog.getByText("We couldn't reach the server.").waitFor();
    await dialog.getByRole('button', { name: 'Cancel this visit' }).click();
    await desk.getByText('The visit was cancelled.').waitFor();
    const [{ status, history }] = await visits(phone);
    assert.deepEqual([status, history.length], ['cancelled', 3]);
  });

  it('a late reply never shows on the page of somebody else', async () => {
    const { desk, phone, doctor, patient } = await pair('First Late');
    const { page: other } = await person();
    const second = await signUpPatient(other, 'Pia Second');
    for (const [page, text] of [
      [phone, 'from the first'],
      [other, 'from the second'],
    ]) {
      await book(page, doctor.id);
      await send(page, 'POST', `/api/messages/${doctor.id}`, { text });
    }
    await desk.goto('/messages');
    const late = await hold(desk, `**/api/messages/${patient.id}?*`);
    await desk.getByRole('link', { name: /Pat First Late/ }).click();
    await late.asked;
    await desk.getByRole('link', { name: /Pia Second/ }).click();
    const log = desk.getByRole('log', { name: /^Messages with Pia/ });
    await log.getByText('from the second').waitFor();
    await late.release();
    assert.deepEqual(await desk.locator('li[data-seq] p').allTextContents(), ['from the second']);
    await heading(desk, second.name).waitFor();

    const { page: office } = await person();
    const { id: secondId } = await signUpDoctor(office, 'Dr. Second Doctor');
    await send(office, 'PUT', '/api/doctors/me', { about: 'Second about.' });
    const page = phone;
    await page.goto('/doctors');
    const [who, when] = [
      await hold(page, `**/api/doctors/${doctor.id}`),
      await hold(page, `**/api/doctors/${secondId}/slots?*`),
    ];
    await page.getByRole('link', { name: /^Dr. First Late/ }).click();
    await who.asked;
    await page.goBack();
    await page.getByRole('link', { name: /^Dr. Second Doctor/ }).click();
    await heading(page, 'Dr. Second Doctor').waitFor();
    await page.getByText('Second about.').waitFor();
    await who.release();
    assert.deepEqual(await page.getByRole('heading', { level: 1 }).allTextContents(), ['Dr. Second Doctor']);
    await when.asked;
    assert.equal(await page.getByText('No free times').count(), 0);
    await page.goBack();
    await page.getByRole('link', { name: /^Dr. First Late/ }).click();
    await firstTime(page).waitFor();
    const shown = await firstTime(page).textContent();
    await when.release();
    assert.equal(await firstTime(page).textContent(), shown);
    await heading(page, 'Dr. First Late').waitFor();
  });

  it('a late week never shows its times in another week', async () => {
    const { phone: page, doctor } = await pair('Weeks');
    await page.goto(`/doctors/${doctor.id}`);
    const times = page.getByRole('group', { name: 'Free times' });
    const days = () =>
      times.locator('[data-at]').evaluateAll((all) => [...new Set(all.map(({ dataset }) => dataset.at.slice(0, 10)))]);
    await times.waitFor();
    const firstWeek = await days();
    const late = await hold(page, `**/api/doctors/${doctor.id}/slots?*`);
    await page.getByRole('button', { name: 'Next week' }).first().click();
    await late.asked;
    assert.equal(await times.count(), 0, 'the times of the week before are gone');
    assert.equal(await page.getByText('No free times').count(), 0);
    await page.getByRole('button', { name: 'Next week' }).first().click();
    await times.waitFor();
    const thirdWeek = await days();
    assert.ok(thirdWeek[0] > firstWeek.at(-1));
    await late.release();
    assert.deepEqual(await days(), thirdWeek);
  });

  it('a late search never takes the place of a newer one', async () => {
    const { page: one } = await person();
    const { page: two } = await person();
    await signUpDoctor(one, 'Dr. Quick Zebra');
    await signUpDoctor(two, 'Dr. Quick Yak');
    const { page } = await person();
    await page.goto('/doctors');
    const search = async (words) => {
      await page.getByLabel('Name, specialty or symptom').fill(words);
      await button(page, 'Search').click();
    };
    const late = await hold(page, '**/api/doctors?q=zebra*');
    await search('zebra');
    await late.asked;
    assert.equal(await page.getByText('No doctor found').count(), 0);
    await search('yak');
    await page.getByRole('link', { name: /^Dr. Quick Zebra/ }).waitFor({ state: 'detached' });
    await late.release();
    assert.equal(await page.getByRole('link', { name: /^Dr. Quick/ }).count(), 1);
    await page.getByRole('link', { name: /^Dr. Quick Yak/ }).waitFor();
  });
});
