// Messages, read marks, typing and visits: what comes out of the stores, and who hears it.
import assert from "node:assert/strict";
import { device, does, events, hearsNothing, pair, person, refused, rig, told } from "./people.mjs";

async function conversation() {
  const { doctor, patient, visit } = await pair();
  const bystander = await pair();
  const sockets = {
    doctors: [await device(doctor), await device(doctor)],
    patients: [await device(patient), await device(patient)],
    others: [await device(bystander.doctor), await device(bystander.patient)],
  };
  for (const socket of Object.values(sockets).flat()) {
    await told(socket);
  }
  return { doctor, patient, visit, ...sockets };
}

export const chat = {
  async aMessageReachesAllDevicesOfBoth() {
    const { doctor, patient, doctors, patients, others } = await conversation();
    await rig("send", { token: patient.token, to: doctor.id, text: "grüße 🩺" });
    for (const socket of [...doctors, ...patients]) {
      const [[event, { message }], ...rest] = await told(socket);
      assert.equal(event, "newMessage");
      assert.deepEqual(rest, []);
      const { senderId, receiverId, text, seq, readAt, image } = message;
      const expected = { senderId: patient.id, receiverId: doctor.id, text: "grüße 🩺", seq: 1 };
      assert.deepEqual({ senderId, receiverId, text, seq }, expected);
      assert.deepEqual({ readAt, image }, { readAt: null, image: null });
    }
    await hearsNothing(...others);
  },

  async aReadMarkReachesAllDevicesOfBoth() {
    const { doctor, patient, doctors, patients, others } = await conversation();
    await rig("send", { token: patient.token, to: doctor.id, text: "one" });
    await rig("send", { token: patient.token, to: doctor.id, text: "two" });
    for (const socket of [...doctors, ...patients]) {
      assert.deepEqual(await events(socket), ["newMessage", "newMessage"]);
    }
    await rig("read", { token: doctor.token, with: patient.id, upTo: 2 });
    await rig("read", { token: doctor.token, with: patient.id, upTo: 1 });
    const mark = ["messages-read", { by: doctor.id, with: patient.id, upTo: 2 }];
    for (const socket of [...doctors, ...patients]) {
      assert.deepEqual(await told(socket), [mark]);
    }
    await hearsNothing(...others);
  },

  async aVisitThatChangesIsToldToBoth() {
    const { patient, visit, doctors, patients, others } = await conversation();
    await rig("cancel", { token: patient.token, visit: visit.id });
    for (const socket of [...doctors, ...patients]) {
      // The one who did not cancel also gets a notice, before or after.
      const heard = new Map(await told(socket));
      const { appointment } = heard.get("appointment-updated");
      assert.deepEqual([appointment.id, appointment.status], [visit.id, "cancelled"]);
      const expected = doctors.includes(socket) ? ["visit_cancelled"] : [];
      assert.deepEqual(heard.has("notice") ? [heard.get("notice").notice.kind] : [], expected);
    }
    await hearsNothing(...others);
  },

  async typingIsToldOnceASecondToTheOtherAlone() {
    const { doctor, patient, doctors, patients, others } = await conversation();
    await does(patients[0], "typing", { to: doctor.id, from: "somebody else" });
    await does(patients[0], "typing", { to: doctor.id });
    await does(patients[1], "typing", { to: doctor.id });
    for (const socket of doctors) {
      assert.deepEqual(await told(socket), [["typing", { from: patient.id }]]);
    }
    await rig("advance", { millis: 1000 });
    await does(patients[0], "typing", { to: doctor.id });
    for (const socket of doctors) {
      assert.deepEqual(await events(socket), ["typing"]);
    }
    await hearsNothing(...patients, ...others);
  },

  async typingToOneKeepsNothingFromAnother() {
    const { doctor, patient, doctors, patients } = await conversation();
    const second = await person("patient");
    await rig("book", { doctor: doctor.token, patient: second.token });
    const other = await device(second);
    for (const socket of [...patients, other]) {
      await told(socket);
    }
    await does(doctors[0], "typing", { to: patient.id });
    await does(doctors[0], "typing", { to: second.id });
    for (const socket of [...patients, other]) {
      assert.deepEqual(await told(socket), [["typing", { from: doctor.id }]]);
    }
  },

  async typingToSomebodyElseIsForbidden() {
    const { doctor, doctors, patients } = await conversation();
    const stranger = await device(await person("patient"));
    await refused("forbidden", stranger, "typing", { to: doctor.id });
    await refused("forbidden", stranger, "typing", { to: "nobody" });
    await hearsNothing(...doctors, ...patients, stranger);
  },
};
