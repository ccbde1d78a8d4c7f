//
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { answer, assertFlows, assertReleased, goOffline, newPair, startCall, talks } from './callers.mjs';
import { stage } from './stage.mjs';

describe('calls', { timeout: 600_000 }, () => {
  const on = stage(['--limit-calls-per-minute', '600', '--limit-calls-per-callee-per-minute', '600']);
  let people = [];

  afterEach(async () => {
    // Chromium itself writes a line for each try while the server or the network is away.
    const faults = people
      .flatMap((person) => person.faults)
      .filter((fault) => !fault.startsWith('console WebSocket connection to'));
    await Promise.all(people.map(({ context }) => context.close()));
    people = [];
    assert.deepEqual(faults, []);
  });

  async function pair(options) {
    const made = await newPair(on.browser, on.server.url, options);
    people.push(made.doctor, made.patient);
    return { doctor: made.doctor.page, patient: made.patient.page, made };
  }

  async function talking(options) {
    const both = await pair(options);
    await startCall(both.doctor);
    await answer(both.patient);
    await Promise.all([talks(both.doctor), talks(both.patient)]);
    return both;
  }

  it('brings picture and sound to both sides, and lets go of everything at the end', async () => {
    const { doctor, patient, made } = await pair();
    // From the chat, so that the call is about their visit.
    await doctor.goto(`/messages/${made.patient.user.id}`);
    await doctor.getByRole('link', { name: /^Next visit/ }).waitFor();
    await doctor.getByRole('button', { name: 'Call with video' }).click();
    await assertAccessible(doctor);
    await doctor.getByRole('button', { name: 'Check camera and microphone' }).click();
    await doctor.getByRole('meter', { name: 'Microphone level' }).waitFor();
    await assertAccessible(doctor);
    await doctor.getByRole('dialog').getByRole('button', { name: 'Call with video' }).click();
    await patient.getByRole('alertdialog', { name: /Dr\. Marta .* is calling/ }).waitFor();
    await assertAccessible(patient);
    assert.equal(await patient.evaluate(() => window.tracks.length), 0);
    await answer(patient);
    await Promise.all([talks(doctor), talks(patient)]);
    await Promise.all([assertFlows(doctor), assertFlows(patient)]);
    await assertAccessible(doctor);
    await assertAccessible(patient);

    await patient.getByRole('button', { name: 'Mute' }).click();
    await doctor.getByText(/Anna .* is muted/).waitFor();
    await patient.getByRole('button', { name: 'Camera off' }).click();
    await doctor.getByText(/Anna .* has turned the camera off/).waitFor();
    await patient.waitForFunction(() =>
      window.tracks.filter(({ kind }) => kind === 'video').every(({ readyState }) => readyState === 'ended'),
    );
    await assertFlows(patient);
    await patient.getByRole('button', { name: 'Camera on' }).click();
    await patient.getByRole('button', { name: 'Unmute' }).click();
    await doctor.getByText(/Anna .* is muted/).waitFor({ state: 'detached' });
    await assertFlows(doctor);

    await doctor.getByRole('button', { name: 'Hang up' }).click();
    await doctor.getByText('You hung up.').waitFor();
    await doctor.getByRole('link', { name: 'Write notes' }).waitFor();
    await patient.getByText(/Dr\. Marta .* hung up\./).waitFor();
    await assertAccessible(patient);
    await Promise.all([assertReleased(doctor), assertReleased(patient)]);
    await patient.getByRole('button', { name: 'Close' }).click();
    await patient.getByText(/Called you · Video · Ended/).waitFor();
  });

  it('is declined', async () => {
    const { doctor, patient } = await pair();
    await startCall(patient);
    await doctor.getByRole('button', { name: 'Decline' }).click();
    await patient.getByText(/declined the call/).waitFor();
    await Promise.all([assertReleased(doctor), assertReleased(patient)]);
  });

  it('is missed, and can be called back', async () => {
    const { doctor, patient } = await pair();
    await startCall(doctor);
    await patient.getByRole('alertdialog').waitFor();
    await doctor.getByRole('button', { name: 'Cancel the call' }).click();
    await patient.getByText(/Missed call from Dr\. Marta/).waitFor();
    await patient
      .getByText(/Called you · Video · Missed/)
      .first()
      .waitFor();
    await assertAccessible(patient);
    await patient.getByRole('button', { name: 'Call back' }).click();
    await patient.getByRole('button', { name: 'Call with audio' }).click();
    await answer(doctor, 'audio');
    await Promise.all([talks(doctor), talks(patient)]);
    await Promise.all([assertFlows(doctor, { video: false }), assertFlows(patient, { video: false })]);
  });

  it('is one call when both press Call', async () => {
    const { doctor, patient } = await pair();
    for (const page of [doctor, patient]) {
      await page.getByRole('button', { name: /^Call / }).click();
    }
    await Promise.all([doctor, patient].map((page) => page.getByRole('button', { name: 'Call with video' }).click()));
    const prompt = (page) => page.getByRole('button', { name: 'Answer with video' });
    await Promise.any([doctor, patient].map((page) => prompt(page).waitFor({ timeout: 20_000 })));
    for (const page of [doctor, patient]) {
      if (await prompt(page).isVisible()) await prompt(page).click();
    }
    await Promise.all([talks(doctor), talks(patient)]);
    await Promise.all([assertFlows(doctor), assertFlows(patient)]);
    assert.equal(await doctor.getByText('in another call').count(), 0);
  });

  it('goes on after either page was loaded again', async () => {
    const { doctor, patient } = await talking();
    for (const [page, other] of [
      [patient, doctor],
      [doctor, patient],
    ]) {
      await page.reload();
      await page.getByRole('alertdialog', { name: /You were in a call with/ }).waitFor();
      await assertAccessible(page);
      await page.getByRole('button', { name: 'Rejoin with video' }).click();
      await talks(page);
      await Promise.all([assertFlows(page), assertFlows(other)]);
    }
    await patient.getByRole('button', { name: 'Hang up' }).click();
    await Promise.all([assertReleased(doctor), assertReleased(patient)]);
  });

  it('goes on by voice after a page whose camera was off was loaded again, and the camera comes back', async () => {
    const { doctor, patient } = await talking();
    await patient.getByRole('button', { name: 'Camera off' }).click();
    await doctor.getByText(/Anna .* has turned the camera off/).waitFor();
    await patient.reload();
    await patient.getByRole('button', { name: 'Rejoin with audio' }).click();
    await talks(patient);
    await Promise.all([assertFlows(patient), assertFlows(doctor, { video: false })]);
    assert.deepEqual(await patient.evaluate(() => window.tracks.map(({ kind }) => kind)), ['audio']);
    await doctor.getByText(/Anna .* has turned the camera off/).waitFor();
    await patient.getByRole('button', { name: 'Camera on' }).click();
    await doctor.getByText(/Anna .* has turned the camera off/).waitFor({ state: 'detached' });
    await Promise.all([assertFlows(patient), assertFlows(doctor)]);
    await patient.getByRole('button', { name: 'Hang up' }).click();
    await Promise.all([assertReleased(doctor), assertReleased(patient)]);
  });

  it('goes on while the server starts again, and still ends for both', async () => {
    const { doctor, patient } = await talking();
    await assertFlows(patient);
    const restarted = on.server.restart();
    for (const page of [doctor, patient]) {
      await page.getByText('Live updates are paused.').waitFor();
    }
    await Promise.all([assertFlows(doctor), assertFlows(patient)]);
    await restarted;
    for (const page of [doctor, patient]) {
      await page.getByText('Live updates are paused.').waitFor({ state: 'detached' });
    }
    await Promise.all([assertFlows(doctor), assertFlows(patient)]);
    await doctor.getByRole('button', { name: 'Hang up' }).click();
    await patient.getByText(/hung up/).waitFor({ timeout: 60_000 });
    await Promise.all([assertReleased(doctor), assertReleased(patient)]);
  });

  it('stops ringing in the other tab, and can be moved there', async () => {
    const { doctor, patient, made } = await pair();
    const second = await made.patient.context.newPage();
    await second.goto('/calls');
    await second
      .getByRole('button', { name: /^Call / })
      .first()
      .waitFor();
    await startCall(doctor);
    await second.getByRole('alertdialog').waitFor();
    await answer(patient);
    await second.getByText('You answered on another device.').waitFor();
    await talks(patient);
    await second.getByRole('button', { name: 'Move the call here' }).click();
    await talks(second);
    await patient.getByText('The call continues on another of your devices.').waitFor();
    await assertReleased(patient);
    await Promise.all([assertFlows(second), assertFlows(doctor)]);
  });

  it('is moved to a tab that has not heard of it', async () => {
    const { doctor, patient, made } = await talking();
    const second = await made.doctor.context.newPage();
    await second.goto('/calls');
    await startCall(second);
    await second.getByText('You are in a call in another tab or on another device.').waitFor();
    await second.getByRole('button', { name: 'Move the call here' }).click();
    await talks(second);
    await doctor.getByText('The call continues on another of your devices.').waitFor();
    await Promise.all([assertFlows(second), assertFlows(patient), assertReleased(doctor)]);
  });

  it('ends for both when one logs out', async () => {
    const { doctor, patient } = await talking();
    await patient.getByRole('button', { name: 'Minimize' }).click();
    await patient.getByRole('link', { name: 'Account', exact: true }).click();
    await patient.getByRole('button', { name: 'Log out', exact: true }).click();
    await doctor.getByText(/Anna .* hung up\./).waitFor({ timeout: 10_000 });
    await Promise.all([assertReleased(doctor), assertReleased(patient)]);
    await patient.getByRole('region', { name: /^Call with/ }).waitFor({ state: 'detached' });
  });

  it('outlives a time without network', async () => {
    const { doctor, patient, made } = await talking();
    await goOffline(made.patient);
    await Promise.all([assertFlows(doctor), assertFlows(patient)]);
    await patient.getByRole('button', { name: 'Mute' }).click();
    await doctor.getByText(/is muted/).waitFor();
    await made.patient.context.setOffline(false);
    await patient.waitForFunction(() => window.sockets.some(({ readyState }) => readyState === WebSocket.OPEN));
    await assertFlows(patient);
    await doctor.getByRole('button', { name: 'Hang up' }).click();
    await patient.getByText(/hung up/).waitFor({ timeout: 60_000 });
  });
});
