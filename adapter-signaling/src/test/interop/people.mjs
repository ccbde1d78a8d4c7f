// People, their devices, and what the test does for them beside the sockets.
import assert from "node:assert/strict";
import { ask, once, open } from "./harness.mjs";

const control = process.argv[3];

/** Asks the test for something that no socket can do. */
export async function rig(verb, body = {}) {
  const reply = await fetch(`${control}/${verb}`, { method: "POST", body: JSON.stringify(body) });
  if (!reply.ok) {
    throw new Error(await reply.text());
  }
  return reply.json();
}

export const person = (role) => rig("sign-up", { role });

/** A doctor and a patient who may talk to each other. */
export async function pair() {
  const doctor = await person("doctor");
  const patient = await person("patient");
  const visit = await rig("book", { doctor: doctor.token, patient: patient.token });
  return { doctor, patient, visit };
}

/**
 * A connected device that takes notes of all it hears after the list of those who are online;
 * `hears` is told of what comes before, too.
 */
export async function device(owner, options = {}, hears = () => {}) {
  const socket = open({ token: owner.token }, "/", options);
  socket.heard = [];
  socket.onAny(hears);
  const greeted = once(socket, "online-users");
  await once(socket, "connect");
  [socket.online] = await greeted;
  socket.onAny((event, payload) => socket.heard.push([event, payload]));
  return socket;
}

/** What the device has heard since it was last asked, once all that is under way has arrived. */
export async function told(socket) {
  await rig("settle");
  await ask(socket, "no-such-event", {});
  return socket.heard.splice(0);
}

/** The same, the names of the events alone. */
export const events = async (socket) => (await told(socket)).map(([event]) => event);

export async function hearsNothing(...sockets) {
  for (const socket of sockets) {
    assert.deepEqual(await told(socket), []);
  }
}

/** Asks for something that must be done; gives the ack. */
export async function does(socket, event, payload) {
  const ack = await ask(socket, event, payload);
  assert.equal(ack.ok, true, `${event}: ${JSON.stringify(ack)}`);
  return ack;
}

/** Asks for something that must be refused with the code. */
export async function refused(code, socket, event, payload) {
  const ack = await ask(socket, event, payload);
  assert.equal(ack.ok, false, `${event} was done`);
  assert.equal(ack.error.code, code);
  assert.equal(typeof ack.error.message, "string");
}

/** The code with which the server closes the socket. */
export async function closeCode(socket) {
  const [, details] = await once(socket, "disconnect");
  return details.context.code;
}

/** Disconnects as a browser does that leaves the page, and waits until the server has noticed. */
export const leave = (...sockets) => gone((socket) => socket.disconnect(), sockets);

/** Cuts the connection as a lost network does, and waits until the server has noticed. */
export const drop = (...sockets) => gone((s) => s.io.engine.transport.ws.terminate(), sockets);

async function gone(end, sockets) {
  for (const socket of sockets) {
    const { id } = socket;
    end(socket);
    while ((await rig("knows", { id })).device) {
      await rig("settle");
    }
  }
}

/** Lets time pass for the sockets in steps that leave room for pongs. */
export async function advance(seconds, ...sockets) {
  for (let left = seconds; left > 0; left -= 5) {
    await rig("advance", { millis: Math.min(left, 5) * 1000 });
    for (const socket of sockets) {
      await ask(socket, "no-such-event", {});
    }
  }
}

export function description(type, name) {
  const lines = [
    "v=0",
    "o=- 4611731400430051336 2 IN IP4 127.0.0.1",
    `s=${name}`,
    "t=0 0",
    `a=fingerprint:sha-256 ${Array(32).fill("AB").join(":")}`,
    "m=audio 9 UDP/TLS/RTP/SAVPF 111",
    "c=IN IP4 0.0.0.0",
    "a=setup:actpass",
    "a=mid:0",
    "a=ice-ufrag:abcd",
    "a=ice-pwd:abcdefghijklmnopqrstuvwx",
    "a=rtpmap:111 opus/48000/2",
  ];
  return { type, sdp: lines.map((line) => `${line}\r\n`).join("") };
}

export const offer = (name = "offer") => description("offer", name);
export const answer = (name = "answer") => description("answer", name);

export const candidate = (n) => ({
  candidate: `candidate:${n} 1 udp 2122260223 192.0.2.1 ${5000 + n} typ host`,
  sdpMid: "0",
  sdpMLineIndex: 0,
  usernameFragment: "abcd",
});
