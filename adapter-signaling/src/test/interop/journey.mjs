// usage: node journey.mjs <url of the server> <url of the test's control> [client=<package>] transports=<one>,<two>
// One client from its log-in to its return after a restart of the server. Time is real.
import assert from "node:assert/strict";
import { once, run } from "./harness.mjs";
import { answer, candidate, device, does, offer, pair, rig, told } from "./people.mjs";

const BACK = { reconnection: true, reconnectionDelay: 50, reconnectionDelayMax: 200 };

/** The payloads of the events with this name among those that were told. */
const of = async (socket, name) =>
  (await told(socket)).filter(([event]) => event === name).map(([, payload]) => payload);

await run({
  async logsInChatsCallsAndSurvivesARestart() {
    const { doctor, patient } = await pair();
    const caller = await device(doctor, BACK);
    const callee = await device(patient, BACK);

    await rig("send", { token: patient.token, to: doctor.id, text: "grüße 🩺" });
    for (const socket of [caller, callee]) {
      assert.deepEqual((await of(socket, "newMessage")).map(({ message }) => message.text), ["grüße 🩺"]);
    }

    const [D, P] = [{ to: doctor.id }, { to: patient.id }];
    const { callId } = await does(caller, "call-user", { ...P, offer: offer() });
    assert.deepEqual((await of(callee, "call-made")).map((made) => made.callId), [callId]);
    await does(callee, "ice-candidate", { ...D, callId, candidate: candidate(1) });
    await does(callee, "answer-call", { ...D, callId, answer: answer() });
    await does(caller, "ice-candidate", { ...P, callId, candidate: candidate(2) });
    assert.deepEqual((await told(caller)).map(([event]) => event), ["call-answered", "ice-candidate"]);
    assert.deepEqual((await of(callee, "ice-candidate")).map(({ from }) => from), [doctor.id]);

    const back = [once(caller, "connect"), once(callee, "connect")];
    await rig("restart");
    await Promise.all(back);
    for (const socket of [caller, callee]) {
      const { call } = await does(socket, "call-resume", { callId });
      assert.equal(call.state, "active");
      await told(socket);
    }
    await does(callee, "ice-candidate", { ...D, callId, candidate: candidate(3) });
    assert.equal((await of(caller, "ice-candidate")).length, 1);
    await does(caller, "call-end", { ...P, callId });
    assert.deepEqual((await of(callee, "call-end")).map(({ reason }) => reason), ["hangup"]);
    await rig("send", { token: doctor.token, to: patient.id, text: "after the restart" });
    assert.deepEqual((await of(callee, "newMessage")).map(({ message }) => message.text), ["after the restart"]);
  },

  /** Whoever does not ask for recovery gets no offset as one more argument. */
  async hearsEventsWithOneArgument() {
    const { doctor, patient } = await pair();
    const counts = [];
    const socket = await device(patient, {}, (...heard) => counts.push(heard.length - 1));
    await rig("send", { token: doctor.token, to: patient.id, text: "one" });
    await told(socket);
    assert.deepEqual([...new Set(counts)], [1]);
    assert.ok(counts.length >= 2);
  },
});
