// A call on a line that is weak. Chromium makes it weak: not every kernel has netem.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { answer, assertFlows, newPair, startCall, talks } from './callers.mjs';
import { GOOD, lineOf, WEAK } from './line.mjs';
import { stage, watching } from './stage.mjs';

/** The picture stops within 20 seconds, and comes back 12 seconds after the line is good, or later after a trial. */
const PATIENCE_MS = 60_000;

/** What the page has sent and heard so far, and what its browser thinks of the line. */
function measured(page) {
  return page.evaluate(async () => {
    const seen = { framesSent: 0, audioSent: 0, energy: 0, roundTrip: 0, ceilings: [] };
    for (const peer of window.peers.filter(({ connectionState }) => connectionState === 'connected')) {
      for (const entry of (await peer.getStats()).values()) {
        if (entry.type === 'outbound-rtp' && entry.kind === 'video') seen.framesSent += entry.framesSent ?? 0;
        if (entry.type === 'outbound-rtp' && entry.kind === 'audio') seen.audioSent += entry.packetsSent ?? 0;
        if (entry.type === 'inbound-rtp' && entry.kind === 'audio') seen.energy += entry.totalAudioEnergy ?? 0;
        if (entry.type === 'candidate-pair' && entry.nominated) seen.roundTrip = entry.currentRoundTripTime;
      }
      const senders = peer.getSenders().map((sender) => [sender.track?.kind, sender.getParameters()]);
      seen.ceilings = senders.map(([kind, { encodings }]) => [kind, encodings[0]?.maxBitrate]);
    }
    return seen;
  });
}

/** Waits until a second of voice has been sent, and not one picture meanwhile. */
async function speaksUnseen(page) {
  for (let before = await measured(page); ;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const now = await measured(page);
    if (now.framesSent !== before.framesSent) before = now;
    else if (now.audioSent > before.audioSent + 50) return;
  }
}

/** Waits until the browser has measured the slow line: it asks seldom, and the picture may stop before it has asked. */
async function feelsTheLine(page) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const { roundTrip } = await measured(page);
    if (roundTrip > 0.2) return;
    assert.ok(Date.now() < end, `the line is not weak: ${roundTrip}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Waits until the page has heard more of the other side's voice. */
async function hears(page) {
  const before = await measured(page);
  await assertFlows(page, { video: false });
  for (;;) {
    const now = await measured(page);
    if (now.energy > before.energy) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('a call on a weak line', { timeout: 240_000 }, () => {
  const on = stage();
  const one = watching((person) => person);

  it('keeps the voice and stops the pictures, says so to both, and brings them back with the line', async () => {
    const made = await newPair(on.browser, on.server.url);
    await Promise.all([one(made.doctor), one(made.patient)]);
    const { page: doctor } = made.doctor;
    const { page: patient } = made.patient;
    const line = await lineOf(patient);
    await startCall(doctor);
    await answer(patient);
    await Promise.all([talks(doctor), talks(patient)]);
    await Promise.all([assertFlows(doctor), assertFlows(patient)]);
    assert.deepEqual(Object.fromEntries((await measured(doctor)).ceilings), { audio: 48_000, video: 1_200_000 });
    assert.deepEqual(Object.fromEntries((await measured(patient)).ceilings), { audio: 48_000, video: 700_000 });

    await line(WEAK);
    const mine = (page) => page.getByText('Weak connection: your video is paused so that the sound keeps going.');
    const theirs = (page, name) => page.getByText(new RegExp(`Weak connection: the video of ${name} .* is paused`));
    await Promise.all([
      mine(patient).waitFor({ timeout: PATIENCE_MS }),
      theirs(doctor, 'Anna').waitFor({ timeout: PATIENCE_MS }),
    ]);
    await speaksUnseen(patient);
    await feelsTheLine(patient);
    await Promise.all([hears(doctor), hears(patient)]);
    await assertAccessible(patient);
    // The camera stays on for its owner, who sees that nobody else sees it.
    await patient.getByRole('button', { name: 'Camera off' }).waitFor();

    await doctor.getByRole('button', { name: 'Send video anyway' }).click();
    await mine(doctor).waitFor({ state: 'detached' });
    await line(GOOD);
    await mine(patient).waitFor({ state: 'detached', timeout: PATIENCE_MS });
    await theirs(doctor, 'Anna').waitFor({ state: 'detached' });
    await Promise.all([assertFlows(doctor), assertFlows(patient)]);
  });
});
