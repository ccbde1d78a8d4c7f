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

describe('another tab of a patient who was admitted', () => {
  let states: string[];
  beforeEach(() => {
    states = [];
    otherTab.machine.subscribe(() => states.push(otherTab.phase));
  });
  const elsewhere = () => otherTab.signaling.hear({ event: 'admitted-elsewhere', appointmentId: 'visit' });

  it('does not ring, and shows nothing', async () => {
    patient.signaling.hear({ event: 'admitted', appointmentId: 'visit' });
    elsewhere();
    await called('visit');
    await world.clock.advance(60_000);
    expect([doctor.phase, patient.phase]).toEqual(['active', 'active']);
    expect(states).toEqual([]);
  });

  it('stops ringing when it hears of it after the call', async () => {
    otherTab.signaling.slow();
    await called('visit');
    otherTab.signaling.fast();
    expect(otherTab.phase).toBe('incoming');
    elsewhere();
    expect(otherTab.phase).toBe('idle');
    patient.machine.answer(true);
    await world.clock.advance(60_000);
    expect(otherTab.phase).toBe('idle');
  });

  it('rings when the admitted one does not answer', async () => {
    elsewhere();
    await called('visit');
    await world.clock.advance(9_000);
    expect(otherTab.phase).toBe('idle');
    await world.clock.advance(2_000);
    expect(otherTab.phase).toBe('incoming');
    otherTab.machine.answer(true);
    await settle();
    expect([doctor.phase, otherTab.phase]).toEqual(['active', 'active']);
  });

  it('rings for a call about something else, and later', async () => {
    elsewhere();
    await called(null);
    expect(otherTab.phase).toBe('incoming');
    doctor.machine.hangUp();
    await settle();
    doctor.machine.dismiss();
    otherTab.machine.dismiss();
    await world.clock.advance(60_000);
    await called('visit');
    expect(otherTab.phase).toBe('incoming');
  });
});

describe('a patient whom nobody has admitted', () => {
  it('rings', async () => {
    await called('visit');
    expect([patient.phase, otherTab.phase]).toEqual(['incoming', 'incoming']);
  });
});
