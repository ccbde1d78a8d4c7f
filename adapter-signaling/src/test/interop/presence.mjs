// Who is online, and who is told.
import assert from "node:assert/strict";
import { advance, device, events, hearsNothing, leave, pair, person, rig, told } from "./people.mjs";

const online = (someone) => ["user-online", { userId: someone.id }];
const offline = (someone) => ["user-offline", { userId: someone.id }];

export const presence = {
  async onlyContactsAreSeen() {
    const { doctor, patient } = await pair();
    const others = await pair();
    const stranger = await device(others.patient);
    const colleague = await device(others.doctor);
    const watcher = await device(doctor);
    await told(watcher);
    const socket = await device(patient);
    assert.deepEqual(socket.online, [doctor.id]);
    assert.deepEqual(await told(watcher), [online(patient)]);
    await leave(socket);
    await advance(5, watcher, stranger, colleague);
    assert.deepEqual(await told(watcher), [offline(patient)]);
    assert.deepEqual(await events(stranger), ["user-online"]);
    await hearsNothing(colleague);
  },

  async aCancelledVisitEndsWhatIsSeen() {
    const { doctor, patient, visit } = await pair();
    const watcher = await device(doctor);
    await rig("cancel", { token: patient.token, visit: visit.id });
    await told(watcher);
    assert.deepEqual((await device(patient)).online, []);
    await hearsNothing(watcher);
  },

  async case75OfThreeTabsOneMayClose() {
    const { doctor, patient } = await pair();
    const watcher = await device(doctor);
    const tabs = [await device(patient), await device(patient), await device(patient)];
    assert.deepEqual(await told(watcher), [online(patient)]);
    await leave(tabs[0]);
    await advance(10, watcher, tabs[1]);
    await hearsNothing(watcher);
    await leave(tabs[1], tabs[2]);
    await advance(10, watcher);
    assert.deepEqual(await told(watcher), [offline(patient)]);
  },

  async case76WhoStopsAnsweringIsOfflineAfterPingIntervalAndTimeOut() {
    const { doctor, patient } = await pair();
    const watcher = await device(doctor);
    const silent = await device(patient);
    await told(watcher);
    silent.io.engine.transport.ws.pause();
    await advance(40, watcher);
    await hearsNothing(watcher);
    await advance(5 + 5, watcher);
    assert.deepEqual(await told(watcher), [offline(patient)]);
  },

  async case78AReloadIsNotSeen() {
    const { doctor, patient } = await pair();
    const watcher = await device(doctor);
    const first = await device(patient);
    await told(watcher);
    await leave(first);
    await advance(4, watcher);
    await device(patient);
    await advance(10, watcher);
    await hearsNothing(watcher);
  },

  async case78WhoConnectsDuringAReloadSeesThePersonOnline() {
    const { doctor, patient } = await pair();
    const earlier = await device(doctor);
    const reloading = await device(patient);
    await told(earlier);
    await leave(reloading);
    const watcher = await device(doctor);
    assert.deepEqual(watcher.online, [patient.id]);
    await device(patient);
    await advance(10, earlier, watcher);
    await hearsNothing(earlier, watcher);
  },

  async case78WhoDoesNotComeBackIsToldOfflineAlsoToThoseWhoCameMeanwhile() {
    const { doctor, patient } = await pair();
    const earlier = await device(doctor);
    const leaving = await device(patient);
    await told(earlier);
    await leave(leaving);
    const watcher = await device(doctor);
    await advance(10, earlier, watcher);
    assert.deepEqual(await told(watcher), [offline(patient)]);
    assert.deepEqual(await told(earlier), [offline(patient)]);
  },
};
