// The call for those who have no mouse, and for those who do not see the page.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { answer, assertFlows, assertReleased, newPair, startCall, talks } from './callers.mjs';
import { press, tabTo } from './keyboard.mjs';
import { send } from './people.mjs';
import { hasFocus, PHONE, stage } from './stage.mjs';

describe('a call by keyboard alone', { timeout: 600_000 }, () => {
  const on = stage(['--limit-calls-per-minute', '600', '--limit-calls-per-callee-per-minute', '600']);
  let people = [];

  afterEach(async () => {
    const faults = people.flatMap((person) => person.faults);
    await Promise.all(people.map(({ context }) => context.close()));
    people = [];
    assert.deepEqual(faults, []);
  });

  async function pair() {
    const { doctor, patient } = await newPair(on.browser, on.server.url);
    people.push(doctor, patient);
    return { doctor: doctor.page, patient: patient.page, doctorId: doctor.user.id };
  }

  async function talking() {
    const both = await pair();
    await startCall(both.doctor);
    await answer(both.patient);
    await Promise.all([talks(both.doctor), talks(both.patient)]);
    return both;
  }

  const dialog = (page, name) => page.getByRole('dialog', { name });

  it('is checked, made, answered, steered and ended, and the focus is back where it was', async () => {
    const { doctor, patient } = await pair();
    await press(doctor, /^Call /);
    await press(doctor, 'Check camera and microphone');
    await doctor.getByRole('meter', { name: 'Microphone level' }).waitFor();
    await tabTo(doctor, 'Microphone', 'combobox');
    await press(doctor, 'Call with video');
    await patient.getByRole('alertdialog').waitFor();
    await patient.keyboard.press('Escape');
    await press(patient, 'Answer with video');
    await Promise.all([talks(doctor), talks(patient)]);
    await tabTo(doctor, /^Your picture/);
    await doctor.keyboard.press('ArrowUp');
    await doctor.getByRole('button', { name: /Your picture, top right/ }).waitFor();
    await press(doctor, 'Mute');
    await patient.getByText(/is muted/).waitFor();
    await press(doctor, 'Hang up');
    await patient.getByText(/hung up/).waitFor();
    await dialog(doctor, 'Call ended').waitFor();
    await assertAccessible(doctor);
    await doctor.keyboard.press('Escape');
    // The list has a newer call by now, on top.
    await hasFocus(doctor.getByRole('button', { name: /^Call / }).last());
  });

  it('changes its devices in a dialog, and goes on', async () => {
    const { doctor, patient } = await talking();
    await press(doctor, 'Devices');
    const devices = dialog(doctor, 'Camera, microphone and speaker');
    await devices.waitFor();
    await assertAccessible(doctor);
    await tabTo(doctor, 'Microphone', 'combobox');
    const before = await doctor.evaluate(() => window.tracks.length);
    await doctor.keyboard.press('ArrowDown');
    await doctor.waitForFunction((count) => window.tracks.length > count, before);
    await press(doctor, 'Test the speaker');
    await doctor.keyboard.press('Escape');
    await devices.waitFor({ state: 'detached' });
    await hasFocus(doctor.getByRole('button', { name: 'Devices' }));
    await Promise.all([assertFlows(doctor), assertFlows(patient)]);
    await press(doctor, 'Hang up');
    await Promise.all([assertReleased(doctor), assertReleased(patient)]);
  });

  it('goes on small beside other pages, and covers nothing of them', async () => {
    const { doctor, patient, doctorId } = await talking();
    await send(patient, 'POST', `/api/messages/${doctorId}`, { clientId: 'first', text: 'Hello' });
    await press(patient, 'Minimize');
    await hasFocus(patient.getByRole('button', { name: 'Return to the call' }));
    await assertAccessible(patient);
    await press(patient, 'Mute');
    await doctor.getByText(/is muted/).waitFor();
    await press(patient, 'Messages', 'link');
    await press(patient, /Dr\. Marta/, 'link');
    await tabTo(patient, /^Write to/, 'textbox');
    await assertAccessible(patient);
    assert.equal(new URL(patient.url()).pathname, `/messages/${doctorId}`);
    const { y, height } = await patient.getByRole('textbox', { name: /^Write to/ }).boundingBox();
    const mini = patient.getByRole('region', { name: /^Call with/ });
    assert.ok(y + height <= (await mini.boundingBox()).y, 'the message is written above the call');
    await assertFlows(doctor);
    await press(patient, 'Return to the call');
    await press(patient, 'Unmute');
    await doctor.getByText(/is muted/).waitFor({ state: 'detached' });

    await press(doctor, 'Minimize');
    await assertAccessible(doctor);
    await press(doctor, 'Hang up');
    await dialog(doctor, 'Call ended').waitFor();
    await doctor.keyboard.press('Escape');
    await hasFocus(doctor.getByRole('button', { name: /^Call / }).last());
    await patient.getByText(/hung up/).waitFor();
    await patient.keyboard.press('Escape');
    await hasFocus(patient.getByRole('main'));

    await press(doctor, /^Call /);
    await press(doctor, 'Call with audio');
    await press(patient, 'Answer with audio');
    await dialog(patient, /^Call with/).waitFor();
  });

  it('says that the other side is away, large and small, and can be ended then', async () => {
    const { doctor, patient } = await talking();
    await patient.reload();
    await doctor.getByText('We are trying to get it back.').waitFor({ timeout: 60_000 });
    await assertAccessible(doctor);
    await press(patient, 'Rejoin with audio');
    await Promise.all([talks(doctor), talks(patient)]);
    await press(doctor, 'Minimize');
    await patient.reload();
    await doctor
      .getByRole('region', { name: /^Call with/ })
      .getByText('Reconnecting')
      .waitFor({ timeout: 60_000 });
    await assertAccessible(doctor);
    await press(doctor, 'Hang up');
    await patient.getByRole('alertdialog').waitFor();
    await press(patient, 'End the call');
    await Promise.all([assertReleased(doctor), assertReleased(patient)]);
  });

  it('gives the focus back to a message when it is declined or missed', async () => {
    const { doctor, patient, doctorId } = await pair();
    await patient.goto(`/messages/${doctorId}`);
    const message = patient.getByRole('textbox', { name: /^Write to/ });
    await message.focus();
    await startCall(doctor);
    await press(patient, 'Decline');
    await doctor.getByText(/declined the call/).waitFor();
    await hasFocus(message);
    await press(doctor, 'Call again');
    await patient.getByRole('alertdialog').waitFor();
    await press(doctor, 'Cancel the call');
    await patient.getByText(/^Missed call from/).waitFor();
    await hasFocus(message);
    await patient.keyboard.type('I write');
    assert.equal(await message.inputValue(), 'I write');
    // The notice stays, and is in nobody's way.
    for (const size of [PHONE, { width: 1280, height: 800 }]) {
      await patient.setViewportSize(size);
      await message.click({ trial: true });
      await patient.getByRole('button', { name: 'Send' }).click({ trial: true });
    }
    await assertAccessible(patient);
  });
});
