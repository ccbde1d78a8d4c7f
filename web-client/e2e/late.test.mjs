import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { book, signUpDoctor, signUpPatient, walkIn } from './people.mjs';
import { stage, watched } from './stage.mjs';

describe('a doctor who is running late', () => {
  const on = stage();
  const someone = watched(on);
  const person = async (options) => (await someone(options)).page;

  it('says so, and the next patient sees it at once, after a reload, and until it is over', async () => {
    const practice = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Late', 'UTC');
    const patient = await person();
    const { id } = await signUpPatient(patient, 'Wim Waiting');
    // Far enough from now not to overlap the next one.
    await book(patient, doctor.id, { skip: 2 });
    const visit = await walkIn(practice, doctor, id);
    await patient.goto(`/visits/${visit.id}`);
    await patient.getByText('Confirmed', { exact: true }).waitFor();
    await practice.goto('/today');
    const choice = practice.getByLabel('Running late');
    await choice.selectOption('20 minutes late');
    await practice.getByText('Your next patients now see that you are running 20 minutes late.').waitFor();
    await assertAccessible(practice);

    const line = patient.getByRole('status').getByText('Dr. Late is running about 20 minutes late.');
    await line.waitFor();
    await patient.getByText(/^Dr. Late is running late. Your visit may begin later than agreed/).waitFor();
    await assertAccessible(patient);
    await patient.reload();
    await line.waitFor();
    await practice.reload();
    await practice.waitForFunction(() => document.querySelector('main select')?.value === '20');

    await choice.selectOption('On time');
    await line.waitFor({ state: 'detached' });
    await patient.reload();
    await patient.getByText('Confirmed', { exact: true }).waitFor();
    assert.equal(await line.count(), 0);
  });
});
