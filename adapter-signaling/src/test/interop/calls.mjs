// Calls between devices of two people, and of others.
import assert from "node:assert/strict";
import { ask } from "./harness.mjs";
import {
  advance, answer, candidate, description, device, does, drop, events, hearsNothing, offer,
  pair, person, refused, rig, told,
} from "./people.mjs";

/** A pair with a socket of the doctor and so many of the patient, all of whom have heard the news. */
async function scene(devices = 1) {
  const people = await pair();
  const caller = await device(people.doctor);
  const callees = [];
  for (let i = 0; i < devices; i++) {
    callees.push(await device(people.patient));
  }
  await told(caller);
  const [D, P] = [people.doctor.id, people.patient.id];
  return { ...people, caller, callees, callee: callees[0], D, P };
}

/** A scene in which the first device of the callee has answered. */
async function active(devices) {
  const s = await scene(devices);
  const { callId } = await does(s.caller, "call-user", { to: s.P, offer: offer() });
  await does(s.callee, "answer-call", { to: s.D, callId, answer: answer() });
  for (const socket of [s.caller, ...s.callees]) {
    await told(socket);
  }
  return { ...s, callId };
}

const lastCall = async (someone) => (await rig("calls", someone)).reasons[0];

export const calls = {
  async aWholeCall() {
    const { doctor, patient, visit, caller, callee, D, P } = await scene();
    const asked = { to: P, offer: offer(), media: "audio", appointmentId: visit.id, from: P };
    const { callId, online, glare, busy } = await does(caller, "call-user", asked);
    assert.deepEqual({ online, glare, busy }, { online: true, glare: false, busy: false });
    assert.ok(callId.length >= 26);
    const { name, role } = doctor;
    const made = { callId, from: D, caller: { id: D, name, avatar: null, role }, offer: offer() };
    const about = { media: "audio", appointmentId: visit.id };
    assert.deepEqual(await told(callee), [["call-made", { ...made, ...about }]]);

    await does(caller, "ice-candidate", { to: P, callId, candidate: candidate(1) });
    await does(callee, "answer-call", { to: D, callId, answer: answer() });
    await does(callee, "ice-candidate", { to: D, callId, candidate: candidate(2) });
    await does(caller, "ice-candidate", { to: P, candidate: candidate(3) });
    const to = (from, n) => ["ice-candidate", { callId, from, candidate: candidate(n) }];
    assert.deepEqual(await told(callee), [to(D, 1), to(D, 3)]);
    const answered = ["call-answered", { callId, from: P, answer: answer() }];
    assert.deepEqual(await told(caller), [answered, to(P, 2)]);

    await does(callee, "call-end", { to: D, callId });
    const over = ["call-end", { callId, from: P, reason: "hangup" }];
    assert.deepEqual(await told(caller), [over]);
    await hearsNothing(callee);
    assert.equal(await lastCall(doctor), "hangup");
    assert.equal(await lastCall(patient), "hangup");
  },

  async case57CandidatesBeforeTheAnswerFollowItInOrder() {
    const { caller, callee, D, P } = await scene();
    await does(caller, "call-user", { to: P, offer: offer() });
    for (let n = 0; n < 20; n++) {
      await does(callee, "ice-candidate", { to: D, candidate: candidate(n) });
    }
    await hearsNothing(caller);
    await does(callee, "answer-call", { to: D, answer: answer() });
    const heard = await told(caller);
    assert.equal(heard.shift()[0], "call-answered");
    const numbers = heard.map(([, { candidate: c }]) => Number(c.candidate.split(/[: ]/)[1]));
    assert.deepEqual(numbers, [...Array(20).keys()]);
  },

  async case57CandidatesAfterTheEndAndOfAnOlderCallReachNobody() {
    const { caller, callee, D, P, callId } = await active();
    await does(caller, "call-end", { to: P });
    await told(callee);
    const late = { to: P, candidate: candidate(1) };
    await refused("not_found", caller, "ice-candidate", late);
    await does(caller, "call-user", { to: P, offer: offer() });
    await told(callee);
    await refused("not_found", caller, "ice-candidate", { ...late, callId });
    await refused("not_found", callee, "answer-call", { to: D, callId, answer: answer() });
    await hearsNothing(caller, callee);
  },

  async aSideMaySend100Candidates() {
    const { caller, callee, P } = await active();
    for (let n = 0; n < 100; n++) {
      await does(caller, "ice-candidate", { to: P, candidate: candidate(n) });
      if (n === 50) {
        await rig("advance", { millis: 1000 });
      }
    }
    await rig("advance", { millis: 1000 });
    await refused("rate_limited", caller, "ice-candidate", { to: P, candidate: candidate(100) });
    assert.equal((await told(callee)).length, 100);
  },

  async case53AllDevicesRingAndTheFirstAnswerWins() {
    const { caller, callees, D, P } = await scene(3);
    const { callId } = await does(caller, "call-user", { to: P, offer: offer() });
    for (const socket of callees) {
      assert.deepEqual(await events(socket), ["call-made"]);
    }
    const answers = callees.map((socket, i) =>
      ask(socket, "answer-call", { to: D, callId, answer: answer(`answer ${i}`) }));
    const acks = await Promise.all(answers);
    const winner = acks.findIndex((ack) => ack.ok);
    const codes = acks.filter((ack) => !ack.ok).map((ack) => ack.error.code);
    assert.deepEqual(codes, ["answered_elsewhere", "answered_elsewhere"]);
    const answered = { callId, from: P, answer: answer(`answer ${winner}`) };
    assert.deepEqual(await told(caller), [["call-answered", answered]]);
    const stop = ["call-end", { callId, from: D, reason: "answered_elsewhere" }];
    for (const [i, socket] of callees.entries()) {
      assert.deepEqual(await told(socket), i === winner ? [] : [stop]);
    }
  },

  async case54ADeclineOnOneDeviceStopsAll() {
    const { doctor, caller, callees, D, P } = await scene(3);
    const { callId } = await does(caller, "call-user", { to: P, offer: offer() });
    await Promise.all(callees.map(told));
    await does(callees[1], "call-rejected", { to: D, callId });
    const no = (from) => ["call-rejected", { callId, from, reason: "declined" }];
    assert.deepEqual(await told(caller), [no(P)]);
    assert.deepEqual(await told(callees[0]), [no(D)]);
    assert.deepEqual(await told(callees[1]), []);
    assert.deepEqual(await told(callees[2]), [no(D)]);
    assert.equal(await lastCall(doctor), "declined");
    await refused("not_found", callees[0], "answer-call", { to: D, callId, answer: answer() });
  },

  /** A client may have a ring time of its own. */
  async aClientSaysThatNobodyAnswersOrCanRing() {
    for (const reason of ["unanswered", "offline"]) {
      const { doctor, caller, callees, D, P } = await scene(2);
      const { callId } = await does(caller, "call-user", { to: P, offer: offer() });
      await Promise.all(callees.map(told));
      await refused("illegal_transition", caller, "call-rejected", { to: P, reason });
      await does(callees[0], "call-rejected", { to: D, callId, reason });
      assert.deepEqual(await told(caller), [["call-rejected", { callId, from: P, reason }]]);
      const heard = (await told(callees[1])).filter(([name]) => name !== "notice");
      assert.deepEqual(heard, [["call-rejected", { callId, from: D, reason }]]);
      assert.equal(await lastCall(doctor), reason);
    }
  },

  async case55ACallerWhoGivesUpLeavesAMissedCall() {
    const { patient, caller, callees, D, P } = await scene(2);
    const { callId } = await does(caller, "call-user", { to: P, offer: offer() });
    await does(caller, "call-end", { to: P });
    for (const socket of callees) {
      const [, missed, over] = await told(socket);
      assert.equal(missed[1].notice.kind, "missed_call");
      assert.deepEqual(over, ["call-end", { callId, from: D, reason: "cancelled" }]);
    }
    assert.equal(await lastCall(patient), "cancelled");
  },

  async case52ASecondCallerHearsBusyAndTheCallGoesOn() {
    const { doctor, caller, callee, P } = await active();
    const other = await person("patient");
    await rig("book", { doctor: doctor.token, patient: other.token });
    await told(caller);
    const second = await device(other);
    const ack = await does(second, "call-user", { to: doctor.id, offer: offer() });
    assert.equal(ack.busy, true);
    const busy = { callId: ack.callId, from: doctor.id, reason: "busy" };
    assert.deepEqual(await told(second), [["call-rejected", busy]]);
    assert.equal(await lastCall(doctor), "busy");
    await refused("already_in_call", caller, "call-user", { to: other.id, offer: offer() });
    assert.deepEqual(await events(caller), ["user-online", "notice"]);
    await does(caller, "ice-candidate", { to: P, candidate: candidate(1) });
    assert.deepEqual(await events(callee), ["ice-candidate"]);
  },

  async case56AnOfflineCalleeWhoComesOnlineIsRung() {
    const { doctor, patient } = await pair();
    const caller = await device(doctor);
    const ack = await does(caller, "call-user", { to: patient.id, offer: offer() });
    assert.equal(ack.online, false);
    await does(caller, "ice-candidate", { to: patient.id, candidate: candidate(1) });
    await rig("pass", { seconds: 44 });
    const rung = [];
    const late = await device(patient, {}, (event) => rung.push(event));
    await told(late);
    assert.deepEqual(rung.slice(0, 2), ["call-made", "ice-candidate"]);
    await does(late, "answer-call", { to: doctor.id, answer: answer() });
    assert.deepEqual(await events(caller), ["user-online", "call-answered"]);
  },

  async case56ACallerOfSomebodyOfflineIsToldWhenTheRingTimeIsOver() {
    const { doctor, patient } = await pair();
    const caller = await device(doctor);
    const { callId } = await does(caller, "call-user", { to: patient.id, offer: offer() });
    await rig("pass", { seconds: 45 });
    const reply = { callId, from: patient.id, reason: "offline" };
    assert.deepEqual(await told(caller), [["call-rejected", reply]]);
    assert.equal(await lastCall(patient), "offline");
  },

  async nobodyAnswers() {
    const { patient, caller, callees, D, P } = await scene(2);
    const { callId } = await does(caller, "call-user", { to: P, offer: offer() });
    await rig("pass", { seconds: 44 });
    await hearsNothing(caller);
    await rig("pass", { seconds: 1 });
    const over = (from) => ["call-rejected", { callId, from, reason: "unanswered" }];
    assert.deepEqual(await told(caller), [over(P)]);
    for (const socket of callees) {
      const [, missed, last] = await told(socket);
      assert.equal(missed[1].notice.kind, "missed_call");
      assert.deepEqual(last, over(D));
    }
    assert.equal(await lastCall(patient), "unanswered");
  },

  async case51BothPressCallAndThereIsOneCall() {
    for (let round = 0; round < 5; round++) {
      const { doctor, patient, caller, callee, D, P } = await scene();
      const [one, two] = await Promise.all([
        does(caller, "call-user", { to: P, offer: offer("doctor's") }),
        does(callee, "call-user", { to: D, offer: offer("patient's") }),
      ]);
      assert.equal(one.callId, two.callId);
      assert.deepEqual([one.glare, two.glare].sort(), [false, true]);
      assert.equal(one.busy || two.busy, false);
      const [first, second, to] = two.glare ? [caller, callee, D] : [callee, caller, P];
      await hearsNothing(first);
      const rings = await told(second);
      assert.ok(rings.length >= 1 && rings.every(([event]) => event === "call-made"));
      await does(second, "answer-call", { to, callId: one.callId, answer: answer() });
      assert.deepEqual(await events(first), ["call-answered"]);
      await does(first, "call-end", { to: to === D ? P : D });
      assert.deepEqual((await rig("calls", doctor)).reasons, ["hangup"]);
      assert.deepEqual((await rig("calls", patient)).reasons, ["hangup"]);
    }
  },

  async case58AnAnswerThatWasMissedFollowsTheResume() {
    const { doctor, caller, callee, D, P } = await scene();
    const { callId } = await does(caller, "call-user", { to: P, offer: offer() });
    await drop(caller);
    await does(callee, "answer-call", { to: D, callId, answer: answer() });
    await does(callee, "ice-candidate", { to: D, callId, candidate: candidate(1) });
    const back = await device(doctor);
    const { call } = await does(back, "call-resume", { callId });
    assert.equal(call.state, "active");
    assert.deepEqual(await events(back), ["call-answered", "ice-candidate"]);
  },

  async case60AReconnectKeepsTheCall() {
    const { patient, caller, callee, D, P, callId } = await active();
    const first = callee.id;
    await drop(callee);
    await does(caller, "call-description", { to: P, description: offer("restart") });
    await does(caller, "ice-candidate", { to: P, candidate: candidate(7) });
    await rig("pass", { seconds: 29 });
    const back = await device(patient);
    assert.notEqual(back.id, first);
    const ack = await does(back, "call-resume", { callId });
    const { id, caller: from, callee: to, state, media } = ack.call;
    const expected = { id: callId, from: D, to: P, state: "active", media: "video" };
    assert.deepEqual({ id, from, to, state, media }, expected);
    assert.deepEqual(ack.description, offer("restart"));
    const again = ["call-description", { callId, from: D, description: offer("restart") }];
    const late = ["ice-candidate", { callId, from: D, candidate: candidate(7) }];
    assert.deepEqual(await told(back), [again, late]);
    await rig("pass", { seconds: 4 * 3600 });
    await hearsNothing(caller, back);
    await does(back, "call-description", { to: D, description: answer("restarted") });
    assert.deepEqual(await events(caller), ["call-description"]);
  },

  async case62ALeaseThatRunsOutEndsTheCall() {
    const { doctor, patient, caller, callee, P, callId } = await active();
    await drop(callee);
    await rig("pass", { seconds: 30 });
    const lost = ["call-end", { callId, from: P, reason: "lost" }];
    assert.deepEqual(await told(caller), [lost]);
    assert.equal(await lastCall(doctor), "lost");
    await refused("not_found", await device(patient), "call-resume", { callId });
  },

  async case64ASecondDeviceTakesOverAndTheFirstIsTold() {
    const { caller, callees: [first, second], D, P, callId } = await active(2);
    const elsewhere = "not_your_device";
    await refused(elsewhere, second, "ice-candidate", { to: D, candidate: candidate(1) });
    await refused(elsewhere, second, "call-end", { to: D });
    await hearsNothing(caller);
    const { description: offered } = await does(second, "call-resume", { to: D });
    assert.deepEqual(offered, offer());
    const told1 = ["call-end", { callId, from: D, reason: "answered_elsewhere" }];
    assert.deepEqual(await told(first), [told1]);
    await refused(elsewhere, first, "call-end", { to: D });
    await does(caller, "ice-candidate", { to: P, candidate: candidate(2) });
    await hearsNothing(first);
    assert.deepEqual(await events(second), ["ice-candidate"]);
  },

  async renegotiationGoesBothWaysInOrder() {
    const { caller, callee, D, P, callId } = await active();
    await does(caller, "call-description", { to: P, description: offer("two") });
    await does(caller, "ice-candidate", { to: P, candidate: candidate(1) });
    await does(callee, "call-description", { to: D, description: answer("two") });
    await does(callee, "call-description", { to: D, description: offer("three") });
    const heard = (from, sent) => ["call-description", { callId, from, description: sent }];
    const late = ["ice-candidate", { callId, from: D, candidate: candidate(1) }];
    assert.deepEqual(await told(callee), [heard(D, offer("two")), late]);
    assert.deepEqual(await told(caller), [heard(P, answer("two")), heard(P, offer("three"))]);
    const wrong = { to: P, description: description("pranswer", "x") };
    await refused("invalid_request", caller, "call-description", wrong);
    await hearsNothing(callee);
  },

  async descriptionsBeforeTheAnswerAreRefused() {
    const { caller, callee, D, P } = await scene();
    await refused("not_found", caller, "call-description", { to: P, description: offer() });
    await does(caller, "call-user", { to: P, offer: offer() });
    await told(callee);
    const state = "illegal_transition";
    await refused(state, caller, "call-description", { to: P, description: offer() });
    await refused(state, callee, "call-description", { to: D, description: answer() });
    await refused(state, caller, "answer-call", { to: P, answer: answer() });
    await hearsNothing(caller, callee);
  },

  async case70NobodyWithoutAVisitIsRung() {
    const { doctor, patient, visit, caller, callee, P } = await scene();
    const stranger = await device(await person("patient"));
    await refused("forbidden", stranger, "call-user", { to: doctor.id, offer: offer() });
    await refused("forbidden", stranger, "call-user", { to: P, offer: offer() });
    await hearsNothing(caller, callee, stranger);
    const other = await pair();
    const ofOthers = { to: P, offer: offer(), appointmentId: other.visit.id };
    await refused("not_found", caller, "call-user", ofOthers);
    await rig("cancel", { token: patient.token, visit: visit.id });
    await Promise.all([told(caller), told(callee)]);
    await refused("forbidden", caller, "call-user", { to: P, offer: offer() });
    await hearsNothing(caller, callee);
  },

  async case74TheTwoCanCallAgain() {
    const { doctor, caller, callee, D, P } = await scene();
    await does(caller, "call-user", { to: P, offer: offer() });
    await does(callee, "call-rejected", { to: D });
    await does(callee, "call-user", { to: D, offer: offer() });
    await does(callee, "call-end", { to: D });
    await does(caller, "call-user", { to: P, offer: offer() });
    await does(callee, "answer-call", { to: D, answer: answer() });
    await does(callee, "call-end", { to: D });
    assert.deepEqual((await rig("calls", doctor)).reasons.sort(), ["cancelled", "declined", "hangup"]);
  },

  async threeCallsAMinuteToOnePersonAndTenInAll() {
    const doctor = await person("doctor");
    const caller = await device(doctor);
    const patients = [];
    for (let i = 0; i < 4; i++) {
      const patient = await person("patient");
      await rig("book", { doctor: doctor.token, patient: patient.token });
      patients.push(patient.id);
    }
    const codes = [];
    for (const to of [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3].map((i) => patients[i])) {
      const ack = await ask(caller, "call-user", { to, offer: offer() });
      codes.push(ack.ok ? "ok" : ack.error.code);
      if (ack.ok) {
        await does(caller, "call-end", { to });
      }
    }
    const ok = (n) => Array(n).fill("ok");
    assert.deepEqual(codes, [...ok(3), "rate_limited", ...ok(6), "rate_limited"]);
    await advance(20, caller);
    await does(caller, "call-user", { to: patients[0], offer: offer() });
  },
};
