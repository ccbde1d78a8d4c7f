// usage: node recovery.mjs <url of the server> <url of the test's control> transports=<one>,<two> events=<limit>
import assert from "node:assert/strict";
import { cable } from "./cable.mjs";
import { argument, once, run, transports, url } from "./harness.mjs";
import { answer, candidate, device, does, offer, pair, rig, told } from "./people.mjs";

const EVENTS = Number(argument("events"));
const LAST = transports.at(-1);

/** A doctor who writes, and a patient's device at the end of a cable. */
async function scene() {
  const { doctor, patient } = await pair();
  const line = await cable(url);
  const client = await device(patient, {
    address: line.address,
    auth: { token: patient.token, recovery: true },
    reconnection: true,
    reconnectionDelay: 10,
    reconnectionDelayMax: 50,
  });
  await settled(client);
  await told(client);
  assert.equal(client.recovered, false);
  const write = (text) => rig("send", { token: doctor.token, to: patient.id, text });
  return { doctor, patient, line, client, write };
}

/** Waits until the client has moved to the last of its transports. */
async function settled(client) {
  while (client.io.engine.transport.name !== LAST) {
    await rig("advance", { millis: 100 });
  }
}

async function pull({ client, line }) {
  const lost = once(client, "disconnect");
  line.pull();
  await lost;
}

/** The cable is plugged in; returns whether the client has recovered. */
async function plug({ client, line }) {
  const back = once(client, "connect");
  line.plug();
  await back;
  // Read at once: the flag is about this connection.
  const { recovered } = client;
  await settled(client);
  return recovered;
}

/** Lets time pass until the server takes the client for lost. */
async function noticed(id) {
  while ((await rig("knows", { id })).device) {
    await rig("advance", { millis: 5000 });
    await rig("settle");
  }
}

const texts = async (client) =>
  (await told(client)).filter(([event]) => event === "newMessage").map(([, { message }]) => message.text);

await run({
  async whatWasMissedArrivesOnceAndInOrder() {
    const s = await scene();
    const { id } = s.client;
    for (let outage = 0; outage < 3; outage++) {
      await s.write("before");
      assert.deepEqual(await texts(s.client), ["before"]);
      await pull(s);
      await s.write("missed 1");
      await s.write("missed 2");
      assert.equal(await plug(s), true);
      assert.equal(s.client.id, id);
      await s.write("after");
      assert.deepEqual(await texts(s.client), ["missed 1", "missed 2", "after"]);
    }
  },

  async alsoWhenTheServerHasNoticedTheLoss() {
    const s = await scene();
    const { id } = s.client;
    await pull(s);
    await noticed(id);
    await s.write("missed");
    assert.equal(await plug(s), true);
    assert.deepEqual(await texts(s.client), ["missed"]);
  },

  async asManyEventsAsTheLimitAndNotOneMore() {
    const s = await scene();
    const numbers = (count) => Array.from({ length: count }, (_, n) => `number ${n}`);
    await pull(s);
    for (const text of numbers(EVENTS)) {
      await s.write(text);
    }
    assert.equal(await plug(s), true);
    assert.deepEqual(await texts(s.client), numbers(EVENTS));
    await pull(s);
    for (const text of numbers(EVENTS + 1)) {
      await s.write(text);
    }
    assert.equal(await plug(s), false);
    assert.deepEqual(await texts(s.client), []);
  },

  async notAfterTwoMinutes() {
    const s = await scene();
    const { id } = s.client;
    await pull(s);
    await noticed(id);
    await rig("advance", { millis: 120_001 });
    assert.equal(await plug(s), false);
    assert.notEqual(s.client.id, id);
    await s.write("afresh");
    assert.deepEqual(await texts(s.client), ["afresh"]);
  },

  async notAfterADisconnect() {
    const s = await scene();
    const { id } = s.client;
    s.client.disconnect();
    while ((await rig("knows", { id })).device) {
      await rig("settle");
    }
    const back = once(s.client, "connect");
    s.client.connect();
    await back;
    assert.equal(s.client.recovered, false);
    assert.notEqual(s.client.id, id);
  },

  async notAfterTheEndOfTheSession() {
    const s = await scene();
    await pull(s);
    await rig("log-out", s.patient);
    const refused = new Promise((resolve) => {
      // Until the cable is plugged in, attempts fail for another reason.
      s.client.on("connect_error", ({ message }) => message === "unauthorized" && resolve());
    });
    s.line.plug();
    await refused;
    assert.equal(s.client.connected, false);
  },

  async notAfterARestartOfAServerAlone() {
    const s = await scene();
    const back = once(s.client, "connect");
    await rig("restart");
    await back;
    assert.equal(s.client.recovered, false);
    await settled(s.client);
    await s.write("afresh");
    assert.deepEqual(await texts(s.client), ["afresh"]);
  },

  async aCallGoesOnByItself() {
    const s = await scene();
    const to = { to: s.patient.id };
    const caller = await device(s.doctor);
    await settled(caller);
    const { callId } = await does(caller, "call-user", { ...to, offer: offer() });
    await does(s.client, "answer-call", { to: s.doctor.id, callId, answer: answer() });
    await told(s.client);
    await pull(s);
    await does(caller, "ice-candidate", { ...to, callId, candidate: candidate(1) });
    assert.equal(await plug(s), true);
    await does(caller, "ice-candidate", { ...to, callId, candidate: candidate(2) });
    const heard = (await told(s.client)).filter(([event]) => event === "ice-candidate");
    assert.deepEqual(heard.map(([, payload]) => payload.candidate), [candidate(1), candidate(2)]);
    await does(s.client, "call-end", { to: s.doctor.id, callId });
  },
});
