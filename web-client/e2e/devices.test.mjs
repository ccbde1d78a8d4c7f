// The check of devices and connection, and what else a call does with a device.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import {
  answer,
  assertFlows,
  assertReleased,
  caller,
  newPair,
  online,
  shareCanvas,
  startCall,
  talks,
} from './callers.mjs';
import { press } from './keyboard.mjs';
import { book, signUpDoctor, signUpPatient, walkIn } from './people.mjs';
import { stage, watching } from './stage.mjs';
import { startTurn } from './turn.mjs';

const SECRET = 'wQ5zL8vN2xK7tB4mR9cD6fG3hJ1pS0yA';
process.env.TURN_SECRET = SECRET;
const turn = await startTurn(SECRET);
after(() => turn.stop());

/** Where the TURN server of these tests relays from; Chromium offers no such address by itself. */
const RELAY = '127.0.0.1';
const UNKNOWN = ['0.0.0.0', '::'];

/** Loads the page of calls anew, and keeps what the server sends to it. */
async function observed(page) {
  const frames = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await page.goto('/calls');
  await page.getByRole('button', { name: /^Call / }).waitFor();
  await online(page);
  return [page, frames];
}

/** Each address that signals of a call have told a page, and each candidate that is not the relay's. */
function told(frames) {
  const text = frames
    .filter((frame) => /^42.*"(call-made|call-answered|call-description|ice-candidate)"/.test(frame))
    .join('\n');
  const quads = text.match(/\b\d{1,3}(\.\d{1,3}){3}\b/g) ?? [];
  const others = [...text.matchAll(/(?:candidate:(?:\S+ ){4}|raddr |IN IP6 )([\w-]*[:.][\w.:-]*)/g)];
  const candidates = text.match(/candidate:[^"\\]+/g) ?? [];
  return {
    addresses: unique([...quads, ...others.map(([, one]) => one)]).filter((one) => !UNKNOWN.includes(one)),
    direct: candidates.filter((line) => !line.includes(' typ relay')),
  };
}

/** Where the page's connections have seen the other side. */
async function remoteAddresses(page) {
  return unique(
    await page.evaluate(async () => {
      const found = [];
      for (const peer of window.peers) {
        for (const entry of (await peer.getStats()).values()) {
          if (entry.type === 'remote-candidate') found.push(entry.address);
        }
      }
      return found;
    }),
  );
}

const unique = (list) => [...new Set(list)];

describe('devices', { timeout: 300_000 }, () => {
  const on = stage(['--turn-urls', `turn:127.0.0.1:${turn.port}?transport=udp`]);
  const person = watching((view) => caller(on.browser, on.server.url, view));
  const one = watching((made) => made);
  const result = (page) => page.getByRole('status').filter({ hasText: 'round trip' });

  /** Two people who may call each other, and what the server sends to their pages from now on. */
  async function observedPair() {
    const made = await newPair(on.browser, on.server.url);
    const people = [await one(made.doctor), await one(made.patient)];
    // With these, Chromium shows the addresses of the device instead of random names.
    await Promise.all(people.map(({ context }) => context.grantPermissions(['camera', 'microphone'])));
    const [[doctor, toDoctor], [patient, toPatient]] = await Promise.all(people.map(({ page }) => observed(page)));
    return { doctor, patient, toDoctor, toPatient };
  }

  /** A patient whose visit with a doctor begins now. */
  async function visit(name) {
    const doctor = await person('desktop');
    const patient = await person('phone');
    const practice = await signUpDoctor(doctor.page, `Dr. ${name}`, 'UTC');
    const { id } = await signUpPatient(patient.page, `Nina ${name}`);
    await book(patient.page, practice.id, { skip: 2 });
    return { doctor, patient, visit: await walkIn(doctor.page, practice, id) };
  }

  it('are checked before a visit, with the connection through a relay, by keyboard', async () => {
    const { patient } = await visit('Check');
    const { page } = patient;
    await page.goto('/check');
    await assertAccessible(page);
    await press(page, 'Check camera and microphone');
    await page.getByRole('meter', { name: 'Microphone level' }).waitFor();
    await press(page, 'Check the connection');
    await page.getByText('Good for video').waitFor();
    await result(page).waitFor();
    await assertAccessible(page);
    // It went through the relay alone, and nothing of it stays open.
    const kinds = await page.evaluate(() => window.peers.map((peer) => peer.getConfiguration().iceTransportPolicy));
    assert.deepEqual(kinds, ['relay', 'relay']);
    await page
      .getByRole('link', { name: /^Messages/ })
      .first()
      .click();
    await assertReleased(page);
  });

  it('say that a network lets no call through, and what helps', async () => {
    const { patient } = await visit('Blocked');
    const { page } = patient;
    // The relay is there for the server only.
    await page.route('**/api/ice-servers', async (route) => {
      const reply = await (await route.fetch()).json();
      reply.iceServers = reply.iceServers.map((server) => ({ ...server, urls: ['turn:127.0.0.1:9?transport=udp'] }));
      await route.fulfill({ json: reply });
    });
    await page.goto('/check');
    await page.getByRole('button', { name: 'Check the connection' }).click();
    await page.getByRole('button', { name: 'Stop the check' }).waitFor();
    await page.getByText('We could not connect').waitFor();
    await page.getByText(/Your network seems to block calls/).waitFor();
    await page.getByRole('button', { name: 'Check the connection again' }).waitFor();
  });

  it('show a screen whole, and the camera again when sharing is stopped in the bar of the browser', async () => {
    const made = await newPair(on.browser, on.server.url);
    await Promise.all([one(made.doctor), one(made.patient)]);
    const { page: doctor } = made.doctor;
    const { page: patient } = made.patient;
    await doctor.evaluate(shareCanvas);
    await startCall(doctor);
    await answer(patient);
    await Promise.all([talks(doctor), talks(patient)]);
    await assertFlows(patient);
    const shape = (page, wide) =>
      page.waitForFunction((expected) => {
        const video = document.querySelector('video[aria-label*="Dr. Marta"]');
        if (video === null || video.videoHeight === 0) return false;
        return video.videoWidth / video.videoHeight > 3 === expected;
      }, wide);
    await shape(patient, false);

    // By keyboard: the toolbar is one stop of Tab.
    await press(doctor, 'Share screen');
    await patient.getByText(/Dr\. Marta .* is sharing their screen/).waitFor();
    await doctor.getByText('You are sharing your screen').waitFor();
    await shape(patient, true);
    const fit = () =>
      patient.evaluate(() => getComputedStyle(document.querySelector('video[aria-label*="Dr."]')).objectFit);
    assert.equal(await fit(), 'contain');
    await Promise.all([assertAccessible(doctor), assertAccessible(patient)]);
    await patient.getByRole('button', { name: 'Minimize' }).click();
    await shape(patient, true);
    assert.equal(await fit(), 'contain');
    await patient.getByRole('button', { name: 'Return to the call' }).click();

    // What the browser tells the page when sharing is stopped in its bar.
    await doctor.evaluate(() => {
      window.shared.stop();
      window.shared.dispatchEvent(new Event('ended'));
    });
    await doctor.getByRole('button', { name: 'Share screen' }).waitFor();
    await patient.getByText(/is sharing their screen/).waitFor({ state: 'detached' });
    await shape(patient, false);
    await Promise.all([assertFlows(doctor), assertFlows(patient)]);
    await doctor.getByRole('button', { name: 'Hang up' }).click();
    await Promise.all([assertReleased(doctor), assertReleased(patient)]);
  });

  it('of a patient show a doctor the address of the relay only (R-07, R-13)', async () => {
    const { doctor, patient, toDoctor, toPatient } = await observedPair();
    await startCall(patient);
    await answer(doctor);
    await Promise.all([talks(doctor), talks(patient)]);
    await Promise.all([assertFlows(doctor), assertFlows(patient)]);
    assert.deepEqual(told(toDoctor), { addresses: [RELAY], direct: [] });
    assert.deepEqual(await remoteAddresses(doctor), [RELAY]);
    // A doctor is not hidden, and what is looked for is found.
    assert.ok(told(toPatient).addresses.some((address) => address !== RELAY));
    await patient.getByRole('button', { name: 'Hang up' }).click();
    await Promise.all([assertReleased(doctor), assertReleased(patient)]);
  });

  it('of a patient stay unknown to a doctor when the page does not hide them (R-07)', async () => {
    const { doctor, patient, toDoctor } = await observedPair();
    await patient.route('**/api/ice-servers', async (route) => {
      const reply = await (await route.fetch()).json();
      assert.equal(reply.iceTransportPolicy, 'relay');
      await route.fulfill({ json: { ...reply, iceTransportPolicy: 'all' } });
    });
    await patient.evaluate(() => {
      window.gathered = [];
      const { setLocalDescription } = RTCPeerConnection.prototype;
      RTCPeerConnection.prototype.setLocalDescription = function (...given) {
        this.addEventListener('icecandidate', ({ candidate }) => window.gathered.push(candidate?.address));
        return setLocalDescription.apply(this, given);
      };
    });
    await startCall(doctor);
    await answer(patient);
    await Promise.all([talks(doctor), talks(patient)]);
    await Promise.all([assertFlows(doctor), assertFlows(patient)]);
    const gathered = await patient.evaluate(() => window.gathered.filter((address) => address));
    assert.ok(gathered.some((address) => /^[\d.]+$/.test(address) && address !== RELAY));
    const { addresses, direct } = told(toDoctor);
    assert.deepEqual(direct, []);
    assert.ok(addresses.every((address) => address === RELAY));
    await doctor.getByRole('button', { name: 'Hang up' }).click();
    await Promise.all([assertReleased(doctor), assertReleased(patient)]);
  });

  it('are given back when the check is left in the middle of it', async () => {
    const { patient, visit: now } = await visit('Leaver');
    const { page } = patient;
    await page.goto(`/visits/${now.id}/waiting`);
    await page.getByRole('button', { name: 'Check the connection' }).click();
    await page.getByText('Measuring the connection').waitFor();
    await page.getByRole('link', { name: 'Leave the waiting room' }).click();
    await assertReleased(page);
    assert.equal(await page.evaluate(() => window.peers.length), 2);
  });
});
