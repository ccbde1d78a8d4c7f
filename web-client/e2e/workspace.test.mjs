import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { assertFlows, caller } from './callers.mjs';
import { withoutLiveEvents } from './line.mjs';
import { book, send, signUpDoctor, signUpPatient, walkIn } from './people.mjs';
import { stage, watching } from './stage.mjs';

let visits = 0;

describe('the visit workspace', () => {
  const on = stage();
  const person = watching((view) => caller(on.browser, on.server.url, view));
  /** A doctor and a patient, whose visit begins now. */
  async function visit({ view = 'desktop' } = {}) {
    const number = String.fromCharCode(65 + visits++);
    const doctor = await person(view);
    const patient = await person('phone');
    doctor.user = await signUpDoctor(doctor.page, `Dr. Work ${number}`, 'UTC');
    patient.user = await signUpPatient(patient.page, `Nina ${number}`);
    await send(patient.page, 'PUT', '/api/patients/me', { allergies: 'Penicillin' });
    // Contact lets the doctor book a visit that begins now.
    await book(patient.page, doctor.user.id, { skip: 2 });
    const { id } = await walkIn(doctor.page, doctor.user, patient.user.id, 'Palpitations');
    return { doctor, patient, id };
  }
  const notes = (page) => page.getByRole('textbox', { name: "Doctor's notes" });
  const saved = (page) => page.getByText(/^Saved \d/);
  const stored = async (page, id) => (await send(page, 'GET', `/api/appointments/${id}`)).appointment;
  const tab = (page, name) => page.getByRole('tab', { name });

  it('holds a visit from the waiting room to the follow-up, and reloads on either side lose nothing', async () => {
    const { doctor, patient, id } = await visit();
    await patient.page.goto(`/visits/${id}/waiting`);
    await patient.page.getByText(/knows that you are here/).waitFor();
    await doctor.page.goto('/today');
    await doctor.page.getByRole('button', { name: /^Admit Nina/ }).click();
    await doctor.page.waitForURL(`**/visits/${id}/workspace`);
    const call = doctor.page.getByRole('region', { name: /^Call with Nina/ });
    await call.getByRole('timer').waitFor();
    assert.equal(await doctor.page.getByRole('dialog').count(), 0);
    await Promise.all([doctor, patient].map(({ page }) => assertFlows(page)));

    // The notes are beside the call, and save by themselves.
    await notes(doctor.page).fill('Palpitations since Monday.');
    await saved(doctor.page).waitFor();
    assert.equal((await stored(doctor.page, id)).notes, 'Palpitations since Monday.');
    await assertAccessible(doctor.page);
    await tab(doctor.page, 'Record').click();
    await doctor.page.getByText('Penicillin').waitFor();
    await assertAccessible(doctor.page);
    await tab(doctor.page, 'Chat').click();
    await doctor.page.getByPlaceholder('Write a message').fill('Please send the ECG here.');
    await doctor.page.keyboard.press('Enter');
    await assertAccessible(doctor.page);
    await tab(doctor.page, 'Notes').click();
    assert.equal(await notes(doctor.page).inputValue(), 'Palpitations since Monday.');
    await Promise.all([doctor, patient].map(({ page }) => assertFlows(page)));

    // A reload on either side: the call is there to go back to, and so are the notes.
    await notes(doctor.page).fill('Palpitations since Monday. Pulse 88.');
    await saved(doctor.page).waitFor();
    await doctor.page.reload();
    await doctor.page.getByRole('button', { name: /^Rejoin with video/ }).click();
    await call.getByRole('timer').waitFor();
    assert.equal(await notes(doctor.page).inputValue(), 'Palpitations since Monday. Pulse 88.');
    await patient.page.reload();
    await patient.page.getByRole('button', { name: /^Rejoin with video/ }).click();
    await Promise.all([doctor, patient].map(({ page }) => assertFlows(page)));

    // Elsewhere the call is small, and back in its place afterwards.
    await doctor.page.getByRole('link', { name: 'Patients' }).first().click();
    await doctor.page.getByRole('button', { name: 'Return to the call' }).waitFor();
    await doctor.page.goBack();
    await call.getByRole('button', { name: 'Enlarge' }).click();
    await doctor.page.getByRole('dialog').getByRole('button', { name: 'Minimize' }).click();
    await call.getByRole('button', { name: 'Hang up' }).click();
    await call.waitFor({ state: 'detached' });

    // No question stands between the call and what finishes the visit.
    const finish = doctor.page.getByRole('heading', { name: 'Finish the visit' });
    await finish.waitFor();
    const desk = doctor.page.viewportSize();
    await doctor.page.setViewportSize({ width: 390, height: 844 });
    assert.ok((await finish.boundingBox()).y < (await notes(doctor.page).boundingBox()).y, 'on a phone too');
    await doctor.page.setViewportSize(desk);
    await doctor.page.getByRole('button', { name: 'Complete the visit' }).click();
    await doctor.page.getByRole('dialog').getByRole('button', { name: 'Complete the visit' }).click();
    await doctor.page.getByRole('heading', { name: 'The visit is completed' }).waitFor();
    await doctor.page.getByRole('button', { name: 'Book a follow-up in 2 weeks' }).click();
    await doctor.page.getByRole('dialog').getByRole('button', { name: 'Book this visit' }).click();
    await doctor.page.getByText(/^The visit with Nina . is booked/).waitFor();
    const { appointments } = await send(doctor.page, 'GET', '/api/appointments?status=scheduled&limit=100');
    const visitDate = (await stored(doctor.page, id)).date;
    const due = new Date(Date.parse(`${visitDate}T00:00:00Z`) + 14 * 86_400_000).toISOString().slice(0, 10);
    assert.deepEqual(
      appointments.map(({ date, status }) => [date, status]),
      [[due, 'scheduled']],
    );
    await patient.page.getByRole('button', { name: 'Close' }).click();
    await patient.page.goto(`/visits/${id}`);
    await patient.page.getByText('Palpitations since Monday. Pulse 88.').waitFor();
  });

  it('suggests that a patient who never came is marked as missed', async () => {
    const { doctor, id } = await visit();
    await doctor.page.clock.setFixedTime(Date.now() + 11 * 60_000);
    await doctor.page.goto(`/visits/${id}/workspace`);
    await doctor.page.getByText(/^Nina . has not come/).waitFor();
    await doctor.page.getByRole('button', { name: 'Patient did not come' }).first().click();
    await doctor.page.getByRole('dialog').getByRole('button', { name: 'Mark as missed' }).click();
    await doctor.page.getByText('The visit is marked as missed.').waitFor();
    assert.equal((await stored(doctor.page, id)).status, 'no_show');
  });

  it('keeps what is typed offline, says so, and saves it when the network is back', async () => {
    const { doctor, id } = await visit({ view: 'phone' });
    await doctor.page.goto(`/visits/${id}/workspace`);
    await notes(doctor.page).fill('Typed before.');
    await saved(doctor.page).waitFor();
    await doctor.context.setOffline(true);
    await notes(doctor.page).fill('Typed before. Typed offline.');
    await doctor.page
      .getByRole('status')
      .getByText(/^Not saved: we couldn't reach the server/)
      .waitFor();
    await assertAccessible(doctor.page);
    await notes(doctor.page).press('End');
    await notes(doctor.page).pressSequentially(' And more.');
    await doctor.context.setOffline(false);
    await saved(doctor.page).waitFor();
    assert.equal((await stored(doctor.page, id)).notes, 'Typed before. Typed offline. And more.');
    assert.equal(await notes(doctor.page).inputValue(), 'Typed before. Typed offline. And more.');
  });

  it('saves what was typed when the page is left or closed at once', async () => {
    const { doctor, id } = await visit();
    await doctor.page.goto(`/visits/${id}/workspace`);
    await notes(doctor.page).fill('Left at once.');
    await doctor.page.getByRole('link', { name: 'Patients' }).first().click();
    await doctor.page.getByRole('heading', { name: 'Patients', exact: true }).waitFor();
    const until = async (text) => {
      while ((await stored(doctor.page, id)).notes !== text);
    };
    await until('Left at once.');
    await doctor.page.goto(`/visits/${id}/workspace`);
    doctor.page.on('dialog', (dialog) => void dialog.accept());
    await notes(doctor.page).fill('Left at once. Reloaded at once.');
    await doctor.page.reload();
    await until('Left at once. Reloaded at once.');
  });

  it('shows a second tab that its notes are old, and loses neither text', async () => {
    const { doctor, id } = await visit();
    await doctor.page.goto(`/visits/${id}/workspace`);
    const second = await doctor.context.newPage();
    await withoutLiveEvents(second);
    await second.goto(`/visits/${id}/workspace`);
    await second.route('**/notes', (route) => route.abort());
    await notes(second).fill('From the second tab.');
    await notes(doctor.page).fill('From the first tab.');
    await saved(doctor.page).waitFor();
    await second.unroute('**/notes');
    const newer = second.getByRole('alert', { name: 'Newer notes were saved elsewhere' });
    await newer.getByText('From the first tab.').waitFor();
    assert.equal(await notes(second).inputValue(), 'From the second tab.');
    assert.equal((await stored(second, id)).notes, 'From the first tab.');
    await assertAccessible(second);
    await newer.getByRole('button', { name: 'Combine both' }).click();
    await saved(second).waitFor();
    await doctor.page.waitForFunction(() => document.querySelector('#visit-notes').value.endsWith('second tab.'));
  });
});
