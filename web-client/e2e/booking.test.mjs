import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { eventsOf } from './ical.mjs';
import { reachesInto } from './line.mjs';
import { book, freeTimes, send, signUpDoctor, signUpPatient, walkIn } from './people.mjs';
import { stage, watched } from './stage.mjs';

describe('from the list of doctors to a visit', () => {
  const on = stage();

  const person = watched(on);

  it('finds a doctor, books as a newcomer, and adds the visit to the calendar', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Marta Vidal', 'Asia/Kolkata');
    const { page } = await person();
    await page.goto('/');
    await assertAccessible(page);
    await page.getByLabel('Name, specialty or symptom').fill('cardio');
    await page.getByRole('button', { name: 'Find a doctor' }).click();
    await page.getByRole('link', { name: 'Dr. Marta Vidal', exact: true }).click();
    await page.getByRole('heading', { name: 'Dr. Marta Vidal' }).waitFor();
    await assertAccessible(page);
    // Not the first, which may begin before it is booked.
    const time = page.getByRole('button', { name: /at \d\d:\d\d$/ }).nth(1);
    await time.click();
    await page.getByText(/your time, .* in Kolkata/).waitFor();
    await page.getByLabel('Reason for the visit').fill('Secret cough');
    await page.getByRole('link', { name: 'Log in to book' }).click();
    await page.getByRole('link', { name: 'Create account' }).click();
    await page.getByLabel('Full name').fill('Nora Newcomer');
    await page.getByLabel('E-mail').fill('nora@example.org');
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Create account' }).click();
    assert.equal(await page.getByLabel('Reason for the visit').inputValue(), 'Secret cough');
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Book this visit' }).click();
    await page.getByRole('heading', { name: 'Visit requested' }).waitFor();
    await assertAccessible(page);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Add to calendar' }).click();
    const ics = await readFile(await (await download).path(), 'utf8');
    assert.doesNotMatch(ics, /Secret cough/);
    const [booked] = (await send(page, 'GET', '/api/appointments')).appointments;
    const [event] = eventsOf(ics);
    assert.equal(event.summary, 'Visit with Dr. Marta Vidal');
    assert.equal(event.startDate.zone.tzid, 'Asia/Kolkata');
    assert.equal(event.startDate.toJSDate().toISOString(), booked.startsAt);
    assert.equal(event.endDate.toJSDate().toISOString(), booked.endsAt);
    assert.equal(event.component.getFirstPropertyValue('status'), 'TENTATIVE');

    // The doctor hears of it on whatever page they are.
    const { appointments } = await send(practice, 'GET', '/api/appointments');
    assert.equal(appointments.length, 1);
    assert.equal(appointments[0].doctor.id, doctor.id);
    await page.getByRole('link', { name: 'Show the visit' }).click();
    await page.getByText('Waiting for confirmation').waitFor();
    await assertAccessible(page);
    await practice.goto('/me');
    await practice.getByRole('heading', { name: 'Account', exact: true }).waitFor();
    await send(practice, 'POST', `/api/appointments/${appointments[0].id}/confirm`);
    await page.getByText('Confirmed', { exact: true }).waitFor();

    // Another program, which has no session.
    const { calendarLink } = await send(page, 'POST', '/api/me/calendar-link');
    const feed = await fetch(new URL(calendarLink.url, page.url()));
    const [confirmed] = eventsOf(await feed.text());
    assert.equal(confirmed.uid, event.uid);
    assert.ok(confirmed.sequence > event.sequence);
    assert.equal(confirmed.component.getFirstPropertyValue('status'), 'CONFIRMED');
  });

  it('keeps what was entered when the time was taken, and offers three others', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Busy Bee');
    const { page: rival } = await person();
    await signUpPatient(rival, 'Rival Patient');
    const { page } = await person();
    await signUpPatient(page, 'Late Patient');
    await page.goto(`/doctors/${doctor.id}`);
    await page
      .getByRole('button', { name: /at \d\d:\d\d$/ })
      .first()
      .click();
    await page.getByLabel('Reason for the visit').fill('A long story');
    const next = page.getByRole('button', { name: 'Book this visit' });
    await next.waitFor();
    assert.ok(
      (await reachesInto(next, page.getByRole('navigation').getByRole('list'))) <= 0,
      'the next step is in sight',
    );
    // The patient chooses another time on another device, so the first one is not kept any more.
    const [first, , third] = await freeTimes(page, doctor.id);
    await send(page, 'POST', `/api/doctors/${doctor.id}/holds`, { date: third.date, startTime: third.startTime });
    const { date, startTime } = first;
    await send(rival, 'POST', '/api/appointments', {
      doctorId: doctor.id,
      date,
      startTime,
      mode: 'video',
      reason: 'A cough',
    });
    await page.getByRole('button', { name: 'Book this visit' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'That time was just taken.' });
    await alert.waitFor();
    assert.equal(await alert.getByRole('button').count(), 3);
    await assertAccessible(page);
    await alert.getByRole('button').first().click();
    assert.equal(await page.getByLabel('Reason for the visit').inputValue(), 'A long story');
    await page.getByRole('button', { name: 'Book this visit' }).click();
    await page.getByRole('heading', { name: 'Visit requested' }).waitFor();
  });

  it('keeps the chosen time from others until the form is left', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Hol Ding');
    const { page: rival } = await person();
    await signUpPatient(rival, 'Second Patient');
    const { page } = await person();
    await signUpPatient(page, 'First Patient');
    const times = (of) => of.getByRole('button', { name: /at \d\d:\d\d$/ });
    // Both see the same times.
    await rival.goto(`/doctors/${doctor.id}`);
    await times(rival).first().waitFor();
    await page.goto(`/doctors/${doctor.id}`);
    await times(page).first().click();
    await page.getByText(/We are keeping this time for you until/).waitFor();
    await assertAccessible(page);
    const chosen = await times(page).first().textContent();

    await times(rival).first().click();
    const alert = rival.getByRole('alert').filter({ hasText: 'That time was just taken.' });
    await alert.waitFor();
    assert.equal(await alert.getByRole('button', { name: chosen, exact: true }).count(), 0);
    const others = await freeTimes(rival, doctor.id);
    assert.equal((await freeTimes(page, doctor.id)).length, others.length + 1);

    await page.reload();
    await page.getByText(/We are keeping this time for you until/).waitFor();
    const released = page.waitForResponse((reply) => reply.request().method() === 'DELETE');
    await page.getByRole('link', { name: 'Doctors', exact: true }).first().click();
    assert.equal((await released).status(), 204);
    assert.equal((await freeTimes(rival, doctor.id)).length, others.length + 1);
    await rival.reload();
    await times(rival).filter({ hasText: chosen }).first().click();
    await rival.getByText(/We are keeping this time for you until/).waitFor();
  });

  it('books with the keyboard alone', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Key Board');
    const { page } = await person({ viewport: { width: 1280, height: 900 } });
    await signUpPatient(page, 'Keyboard Patient');
    await page.goto(`/doctors/${doctor.id}`);
    await page.getByRole('heading', { name: 'Dr. Key Board' }).waitFor();
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
    const tabTo = async (wanted) => {
      for (let presses = 0; presses < 60; presses++) {
        if (wanted.test(await focused())) {
          return;
        }
        await page.keyboard.press('Tab');
      }
      assert.fail(`Tab does not lead to ${wanted}; it stands on ${await focused()}`);
    };
    await page.getByRole('group', { name: 'Free times' }).waitFor();
    await assertAccessible(page);
    await tabTo(/at \d\d:\d\d$/);
    const moved = async (key) => {
      const before = await focused();
      await page.keyboard.press(key);
      await page.waitForFunction((old) => document.activeElement?.getAttribute('aria-label') !== old, before);
    };
    const first = await focused();
    await moved('ArrowRight');
    await moved('ArrowDown');
    const chosen = await focused();
    assert.notEqual(chosen.split(' at ')[0], first.split(' at ')[0]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your visit' }).waitFor();
    await page.getByText(/We are keeping this time for you until/).waitFor();
    await tabTo(/^Book this visit$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Visit requested' }).waitFor();
    assert.equal(await focused(), 'Visit requested');
    await page.getByText(chosen).waitFor();
  });

  it('begins with who is free first, whatever the name', async () => {
    const { page: closed } = await person();
    await signUpDoctor(closed, 'Dr. Order Alba');
    await send(closed, 'PUT', '/api/doctors/me/schedule', { schedule: [] });
    const { page: open } = await person();
    await signUpDoctor(open, 'Dr. Order Zeta');
    const { page } = await person();
    const names = page.getByRole('link', { name: /^Dr. Order/ });
    // The order follows within seconds.
    let first;
    while (first !== 'Dr. Order Zeta') {
      await page.goto('/doctors?q=order');
      await page.getByText('2 doctors, soonest first').waitFor();
      [first] = await names.allTextContents();
    }
    assert.deepEqual(await names.allTextContents(), ['Dr. Order Zeta', 'Dr. Order Alba']);
    await page.getByText('Filters', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Order' }).selectOption('Name');
    await page.getByText('2 doctors', { exact: true }).waitFor();
    await names.first().filter({ hasText: 'Alba' }).waitFor();
    assert.deepEqual(await names.allTextContents(), ['Dr. Order Alba', 'Dr. Order Zeta']);
  });

  it('cancels a visit with a reason, and shows it among the past', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Can Cel');
    const { page } = await person();
    await signUpPatient(page, 'Cancelling Patient');
    const visit = await book(page, doctor.id);
    await page.goto('/visits');
    await page.getByRole('link', { name: /Dr. Can Cel/ }).waitFor();
    await assertAccessible(page);
    await page.getByRole('link', { name: /Dr. Can Cel/ }).click();
    await page.getByRole('button', { name: 'Cancel this visit' }).click();
    const dialog = page.getByRole('dialog');
    await assertAccessible(page);
    await dialog.getByRole('button', { name: 'Cancel this visit' }).click();
    await dialog.getByRole('link', { name: 'Say why you are cancelling.' }).waitFor();
    await dialog.getByLabel('Why are you cancelling?').fill('I am well again');
    await dialog.getByRole('button', { name: 'Cancel this visit' }).click();
    await page.getByText('The visit was cancelled.').waitFor();
    await page.getByRole('listitem').getByText('I am well again').waitFor();
    const { appointment } = await send(practice, 'GET', `/api/appointments/${visit.id}`);
    assert.equal(appointment.status, 'cancelled');
    await page.goto('/visits?show=past');
    await page.getByText('Cancelled').waitFor();
  });

  it('moves a visit', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Mo Ver');
    const { page } = await person();
    await signUpPatient(page, 'Moving Patient');
    const visit = await book(page, doctor.id);
    await page.goto(`/visits/${visit.id}`);
    await page.getByRole('button', { name: 'Move this visit' }).click();
    await page
      .getByRole('group', { name: 'Free times' })
      .getByRole('button', { name: /at \d\d:\d\d$/ })
      .last()
      .click();
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Move to this time' }).click();
    await page.getByText('The visit was moved.').waitFor();
    const { appointment } = await send(page, 'GET', `/api/appointments/${visit.id}`);
    assert.notEqual(appointment.startsAt, visit.startsAt);
  });

  it('reviews a completed visit once', async () => {
    const { page: practice } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Re View');
    const { page } = await person();
    await signUpPatient(page, 'Reviewing Patient');
    const later = await book(page, doctor.id, { skip: 2 });
    const visit = await walkIn(practice, doctor, later.patient.id);
    await send(practice, 'PUT', `/api/appointments/${visit.id}/notes`, { notes: 'Rest and tea.' });
    await send(practice, 'POST', `/api/appointments/${visit.id}/complete`);
    await page.goto(`/visits/${visit.id}`);
    await page.getByText('Rest and tea.').waitFor();
    await page.getByRole('radio', { name: '4 stars of 5' }).check();
    await page.getByLabel('What should others know?').fill('Listens well <script>alert(1)</script>');
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Send review' }).click();
    await page.getByRole('heading', { name: 'Your review' }).waitFor();
    await page.goto(`/doctors/${doctor.id}`);
    await page.getByText('Listens well <script>alert(1)</script>').waitFor();
  });
});
