// Two people who may call each other, and what is going on in their calls.
import { io } from 'socket.io-client';
import { newPerson } from './browser.mjs';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';

const VIEWPORTS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

/** Keeps hold of the connections, tracks and sockets of a page, as the browser makes them. */
function spy() {
  window.peers = [];
  window.tracks = [];
  window.sockets = [];
  const OriginalSocket = window.WebSocket;
  window.WebSocket = class extends OriginalSocket {
    constructor(...address) {
      super(...address);
      window.sockets.push(this);
    }
  };
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(...settings) {
      super(...settings);
      window.peers.push(this);
    }
  };
  const { mediaDevices } = navigator;
  if (mediaDevices === undefined) return;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    window.tracks.push(...stream.getTracks());
    return stream;
  };
}

let pairs = 0;

/** A doctor and a patient with a visit, each in a browser of their own, on the list of their calls. */
export async function newPair(browser, url, { doctorView = 'desktop', patientView = 'phone' } = {}) {
  const letter = String.fromCharCode(65 + (pairs % 26)) + 'abcdefghij'[Math.floor(pairs++ / 26)];
  const doctor = await caller(browser, url, doctorView);
  const patient = await caller(browser, url, patientView);
  doctor.user = await signUpDoctor(doctor.page, `Dr. Marta ${letter}vidal`);
  patient.user = await signUpPatient(patient.page, `Anna ${letter}berg`);
  const visit = await book(patient.page, doctor.user.id);
  await send(doctor.page, 'POST', `/api/appointments/${visit.id}/confirm`);
  await send(doctor.page, 'PUT', '/api/doctors/me', { callsAnytime: true });
  await callOnce(url, doctor, patient, visit.id);
  await Promise.all([doctor, patient].map(({ page }) => page.goto('/calls')));
  await Promise.all([doctor, patient].map(({ page }) => page.getByRole('button', { name: /^Call / }).waitFor()));
  await Promise.all([doctor, patient].map(({ page }) => online(page)));
  return { doctor, patient, visit };
}

/** A tab of a browser that calls can be watched in. */
export async function caller(browser, url, view, options = {}) {
  const person = await newPerson(browser, url, { viewport: VIEWPORTS[view], ...options });
  await person.context.addInitScript(spy);
  return person;
}

/** The page hears calls. */
export async function online(page) {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('CallHost')),
  );
}

/** One call that was given up, so that there is somebody to call again. */
async function callOnce(url, doctor, patient, appointmentId) {
  const cookies = await doctor.context.cookies(url);
  const token = cookies.find(({ name }) => name === 'token').value;
  const socket = io(url, { transports: ['websocket'], auth: { token }, forceNew: true });
  try {
    const to = patient.user.id;
    const offer = { type: 'offer', sdp: `v=0\r\na=fingerprint:sha-256 ${'00:'.repeat(31)}00\r\n` };
    const { callId } = await socket.timeout(10_000).emitWithAck('call-user', { to, offer, appointmentId });
    await socket.timeout(10_000).emitWithAck('call-end', { to, callId });
  } finally {
    socket.close();
  }
}

export async function startCall(page, media = 'video') {
  await page
    .getByRole('button', { name: /^Call / })
    .first()
    .click();
  await page.getByRole('button', { name: `Call with ${media}` }).click();
}

export async function answer(page, media = 'video') {
  await page.getByRole('button', { name: `Answer with ${media}` }).click();
}

/** The call is on and its time is running. */
export async function talks(page) {
  await page.getByRole('timer').waitFor();
}

/** What has come from the other side: decoded frames, and bytes of sound. */
function received(page) {
  return page.evaluate(async () => {
    const sum = { frames: 0, audioBytes: 0 };
    for (const peer of window.peers.filter(({ connectionState }) => connectionState === 'connected')) {
      for (const entry of (await peer.getStats()).values()) {
        if (entry.type === 'inbound-rtp' && entry.kind === 'video') sum.frames += entry.framesDecoded ?? 0;
        if (entry.type === 'inbound-rtp' && entry.kind === 'audio') sum.audioBytes += entry.bytesReceived ?? 0;
      }
    }
    return sum;
  });
}

/** Waits until more frames and more sound have come. */
export async function assertFlows(page, { video = true } = {}) {
  const before = await received(page);
  const deadline = Date.now() + 30_000;
  for (;;) {
    const now = await received(page);
    const frames = !video || now.frames >= before.frames + 10;
    if (frames && now.audioBytes > before.audioBytes + 500) return;
    if (now.frames < before.frames) Object.assign(before, now);
    if (Date.now() > deadline) throw new Error(`nothing comes: ${JSON.stringify({ before, now })}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Takes the network away, which leaves open sockets alone by itself; media between browsers goes on. */
export async function goOffline({ context, page }) {
  await context.setOffline(true);
  await page.evaluate(() => window.sockets.forEach((socket) => socket.close()));
  await page.getByText('You are offline.').waitFor();
}

/** Waits until no camera, microphone or connection is held. */
export async function assertReleased(page) {
  await page.waitForFunction(
    () =>
      window.tracks.every(({ readyState }) => readyState === 'ended') &&
      window.peers.every(({ connectionState }) => connectionState === 'closed'),
  );
}

/** In place of a screen, which a browser without windows does not have: a wide picture that moves. */
export function shareCanvas() {
  navigator.mediaDevices.getDisplayMedia = () => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 400;
    const drawing = canvas.getContext('2d');
    setInterval(() => {
      drawing.fillStyle = `hsl(${performance.now() % 360} 80% 50%)`;
      drawing.fillRect(0, 0, canvas.width, canvas.height);
    }, 100);
    const stream = canvas.captureStream(10);
    [window.shared] = stream.getVideoTracks();
    return Promise.resolve(stream);
  };
}
