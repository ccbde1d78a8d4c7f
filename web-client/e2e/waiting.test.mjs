import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { caller, online } from './callers.mjs';
import { keepLines } from './line.mjs';
import { book, send, signUpDoctor, signUpPatient, walkIn } from './people.mjs';
import { PHONE, stage, watching } from './stage.mjs';

/** Frames that the page has decoded of the other person's picture. */
async function decodes(page) {
  await page.waitForFunction(
    async () => {
      for (const peer of window.peers) {
        for (const report of (await peer.getStats()).values()) {
          if (report.type === 'inbound-rtp' && report.kind === 'video' && report.framesDecoded > 0) return true;
        }
      }
      return false;
    },
    undefined,
    { polling: 250 },
  );
}

let visits = 0;

describe('the waiting room', () => {
  const on = stage();
  const person = watching((view) => caller(on.browser, on.server.url, view));
  /** A doctor at the desk and a patient with a phone, whose visit begins now. */
  async function visit() {
    const number = String.fromCharCode(65 + visits++);
    const doctor = await person('desktop');
    const patient = await person('phone');
    doctor.user = await signUpDoctor(doctor.page, `Dr. Rao ${number}`, 'UTC');
    patient.user = await signUpPatient(patient.page, `Nina ${number}`);
    // Contact lets the doctor book a visit that begins now.
    await book(patient.page, doctor.user.id, { skip: 2 });
    const { id } = await walkIn(doctor.page, doctor.user, patient.user.id);
    return { doctor, patient, id };
  }
  const enter = (page) => page.getByRole('link', { name: 'Enter the waiting room' });
  const here = (page) => page.getByText(/knows that you are here/);

  it('lets the doctor see who waits, and admits into a call that the patient does not have to answer', async () => {
    const { doctor, patient, id } = await visit();
    await doctor.page.goto('/today');
    await patient.page.goto(`/visits/${id}`);
    // By keyboard alone.
    await enter(patient.page).focus();
    await patient.page.keyboard.press('Enter');
    await here(patient.page).waitFor();
    await patient.page.getByRole('button', { name: 'Check camera and microphone' }).click();
    await patient.page.getByText('Microphone level').waitFor();
    await assertAccessible(patient.page);

    const line = doctor.page.getByText(/has been in the waiting room/);
    await line.waitFor();
    await doctor.page.getByText(/^Nina . is in the waiting room\.$/).waitFor();
    await assertAccessible(doctor.page);
    await doctor.page.reload();
    await line.waitFor();

    // A reload keeps the place.
    const { waiting } = (await send(doctor.page, 'GET', `/api/appointments/${id}`)).appointment;
    await patient.page.reload();
    await here(patient.page).waitFor();
    const after = (await send(doctor.page, 'GET', `/api/appointments/${id}`)).appointment.waiting;
    assert.deepEqual(after, waiting);

    await keepLines(patient.context);
    const otherTab = await patient.context.newPage();
    await otherTab.goto('/visits');
    await online(otherTab);

    const admit = doctor.page.getByRole('button', { name: /^Admit Nina/ });
    await admit.focus();
    await doctor.page.keyboard.press('Enter');
    await Promise.all([doctor, patient].map(({ page }) => decodes(page)));
    // The patient's other tab leaves the call to the one that waited.
    assert.deepEqual(
      await otherTab.evaluate(() => [...window.linesSeen].filter((line) => /is calling|another device/.test(line))),
      [],
    );
    // The wait ends after the answer.
    let done;
    do {
      done = (await send(doctor.page, 'GET', `/api/appointments/${id}`)).appointment;
    } while (done.waiting.present);
    await line.waitFor({ state: 'detached' });
    assert.equal(done.noShowSuggestedAt, null);
    await doctor.page.getByRole('button', { name: 'Hang up' }).click();
  });

  it('is kept by a second tab, and ends when the last one leaves', async () => {
    const { doctor, patient, id } = await visit();
    await doctor.page.goto(`/visits/${id}`);
    await patient.page.goto(`/visits/${id}/waiting`);
    await here(patient.page).waitFor();
    const second = await patient.context.newPage();
    await second.goto(`/visits/${id}/waiting`);
    await here(second).waitFor();
    const line = doctor.page.getByText(/has been in the waiting room/);
    await line.waitFor();
    await patient.page.getByRole('link', { name: 'Leave the waiting room' }).click();
    await enter(patient.page).waitFor();
    await line.waitFor();
    await second.getByRole('link', { name: 'Leave the waiting room' }).click();
    await line.waitFor({ state: 'detached' });
  });

  it('tells the patient when the visit is cancelled meanwhile', async () => {
    const { doctor, patient, id } = await visit();
    await patient.page.goto(`/visits/${id}/waiting`);
    await here(patient.page).waitFor();
    await send(doctor.page, 'POST', `/api/appointments/${id}/cancel`, { reason: 'Ill' });
    await patient.page.getByText(/This visit does not take place now/).waitFor();
    assert.equal(await here(patient.page).count(), 0);
  });

  it('is not open yet for a visit on another day', async () => {
    const { doctor, patient } = await visit();
    const later = await book(patient.page, doctor.user.id, { skip: 6 });
    await send(doctor.page, 'POST', `/api/appointments/${later.id}/confirm`);
    await patient.page.goto(`/visits/${later.id}`);
    await patient.page.getByText('Confirmed', { exact: true }).waitFor();
    assert.equal(await enter(patient.page).count(), 0);
    await patient.page.goto(`/visits/${later.id}/waiting`);
    await patient.page.getByText('The waiting room opens 15 minutes before the visit.').waitFor();
    await assertAccessible(patient.page);
  });

  it('rings as ever for a call that nobody waits for', async () => {
    const { doctor, patient, id } = await visit();
    await patient.page.goto('/visits');
    await doctor.page.goto(`/visits/${id}`);
    await doctor.page.getByRole('button', { name: 'Join the video call' }).click();
    await doctor.page.getByRole('button', { name: 'Call with video' }).click();
    await patient.page.getByRole('button', { name: 'Decline' }).click();
    assert.equal(patient.page.viewportSize().width, PHONE.width);
  });
});
