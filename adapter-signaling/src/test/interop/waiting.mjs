// The waiting room: who waits, who is told, and who is admitted.
import assert from "node:assert/strict";
import { ask } from "./harness.mjs";
import { device, hearsNothing, pair, rig, told } from "./people.mjs";

export const waiting = {
  async thePatientWaitsAndIsAdmitted() {
    const { doctor, patient, visit } = await pair();
    const desk = await device(doctor);
    const tab = await device(patient);
    const other = await device(patient);
    const about = { appointmentId: visit.id };
    assert.equal((await ask(tab, "waiting-join", about)).error.code, "too_early");
    await rig("begin", { visit: visit.id });
    await Promise.all([desk, tab, other].map(told));

    const joined = await ask(tab, "waiting-join", about);
    assert.equal(joined.ok, true);
    const here = ["waiting-updated", { ...about, since: joined.since, present: true }];
    for (const socket of [desk, tab, other]) {
      assert.deepEqual(await told(socket), [here]);
    }
    const greeting = [];
    const phone = await device(doctor, {}, (...event) => greeting.push(event));
    await told(phone);
    const seen = greeting.filter(([name]) => name === "waiting-updated");
    assert.deepEqual(seen, [here]);

    assert.deepEqual(await ask(desk, "admit", about), { ok: true });
    assert.equal((await ask(phone, "admit", about)).error.code, "admitted_elsewhere");
    assert.deepEqual(await told(tab), [["admitted", about]]);
    await hearsNothing(other);

    assert.deepEqual(await ask(tab, "waiting-leave", about), { ok: true });
    const gone = ["waiting-updated", { ...about, since: joined.since, present: false }];
    assert.deepEqual(await told(desk), [gone]);
    assert.equal((await ask(desk, "admit", about)).error.code, "not_waiting");
  },

  async aCancelledVisitEndsTheWaiting() {
    const { doctor, patient, visit } = await pair();
    const desk = await device(doctor);
    const tab = await device(patient);
    const about = { appointmentId: visit.id };
    await rig("begin", { visit: visit.id });
    await ask(tab, "waiting-join", about);
    await Promise.all([desk, tab].map(told));
    await rig("cancel", { token: doctor.token, visit: visit.id });
    for (const socket of [desk, tab]) {
      const heard = (await told(socket)).filter(([name]) => name === "waiting-updated");
      assert.deepEqual(heard.map(([, event]) => event.present), [false]);
    }
    assert.equal((await ask(tab, "waiting-join", about)).error.code, "illegal_transition");
  },
};
