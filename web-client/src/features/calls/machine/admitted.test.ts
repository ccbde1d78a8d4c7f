import { beforeEach, describe, expect, it } from 'vitest';
import { settle } from '../testing/ManualClock';
import { person, type Tab, World } from '../testing/World';

let world: World;
let doctor: Tab;
let patient: Tab;
let otherTab: Tab;

beforeEach(() => {
  world = new World();
  doctor = world.tab('doctor');
  patient = world.tab('patient');
  otherTab = world.tab('patient');
});

async function called(appointmentId: string | null): Promise<void> {
  doctor.machine.call(person('patient'), 'video', appointmentId);
  await settle();
}

describe('a patient who was admitted', () => {
  beforeEach(() => patient.signaling.hear({ event: 'admitted', appointmentId: 'visit' }));

  it('is in the call without doing anything, on the device that waited', async () => {
    await called('visit');
    expect([doctor.phase, patient.phase]).toEqual(['active', 'active']);
    expect(otherTab.reason).toBe('answered_elsewhere');
  });

  it.each([['another visit'], [null]])('rings for a call about %s', async (about) => {
    await called(about);
    expect(patient.phase).toBe('incoming');
  });

  it('rings again later', async () => {
    await world.clock.advance(60_000);
    await called('visit');
    expect(patient.phase).toBe('incoming');
  });

  it('rings when the waiting room was left', async () => {
    patient.signaling.hear({ event: 'admitted', appointmentId: null });
    await called('visit');
    expect(patient.phase).toBe('incoming');
  });

  it('answers one call only', async () => {
    await called('visit');
    doctor.machine.hangUp();
    await settle();
    doctor.machine.dismiss();
    patient.machine.dismiss();
    await called('visit');
    expect(patient.phase).toBe('incoming');
  });
});

describe('a patient whom nobody has admitted', () => {
  it('rings', async () => {
    await called('visit');
    expect([patient.phase, otherTab.phase]).toEqual(['incoming', 'incoming']);
  });
});
