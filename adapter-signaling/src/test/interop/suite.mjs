// usage: node suite.mjs <url of the server> [client=<package>] transports=<one>,<two>
// Namespaces and binary data, with the application of the public suites.
import assert from "node:assert/strict";
import { ask, once, open, run } from "./harness.mjs";

const bytes = (...values) => Buffer.from(values);

/** A socket that is in the namespace. */
async function enter(namespace, token) {
  const socket = open({ token }, namespace);
  const greeted = once(socket, "auth");
  await once(socket, "connect");
  assert.deepEqual(await greeted, [{ token }]);
  return socket;
}

await run({
  async echoesSeveralArguments() {
    const socket = await enter("/", "ann");
    const echoed = once(socket, "message-back");
    socket.emit("message", 1, "grüße 🩺", { deep: [true, null] });
    assert.deepEqual(await echoed, [1, "grüße 🩺", { deep: [true, null] }]);
  },
  async echoesBinaryData() {
    const socket = await enter("/", "ann");
    for (let i = 0; i < 15; i++) {
      const echoed = once(socket, "message-back");
      socket.emit("message", bytes(1, 2, i), { deep: [bytes(), bytes(255, i)] }, "text");
      assert.deepEqual(await echoed, [bytes(1, 2, i), { deep: [bytes(), bytes(255, i)] }, "text"]);
    }
  },
  async keepsTextAndBinaryDataInOrder() {
    const socket = await enter("/", "ann");
    const heard = [];
    const complete = new Promise((resolve) => {
      socket.on("message-back", (number) => heard.push(number) === 60 && resolve());
    });
    for (let i = 0; i < 60; i++) {
      socket.emit("message", i, ...(i % 3 === 0 ? [bytes(i)] : []));
    }
    await complete;
    assert.deepEqual(heard, [...Array(60).keys()]);
  },
  async answersWithBinaryData() {
    const socket = await enter("/", "ann");
    assert.deepEqual(await ask(socket, "message-with-ack", bytes(7, 8)), bytes(7, 8));
  },
  async servesAnotherNamespace() {
    const socket = await enter("/custom", "bob");
    const echoed = once(socket, "message-back");
    socket.emit("message", bytes(1), "custom");
    assert.deepEqual(await echoed, [bytes(1), "custom"]);
    assert.equal(await ask(socket, "message-with-ack", "here"), "here");
  },
  async servesNamespacesOnOneConnection() {
    const main = await enter("/", "carl");
    const custom = main.io.socket("/custom", { auth: { token: "carl" } });
    await once(custom, "auth");
    assert.notEqual(custom.id, main.id);
    assert.deepEqual(
      await Promise.all([ask(main, "message-with-ack", 1), ask(custom, "message-with-ack", bytes(2))]),
      [1, bytes(2)],
    );
    custom.disconnect();
    assert.equal(await ask(main, "message-with-ack", 3), 3);
    custom.connect();
    await once(custom, "auth");
    assert.equal(await ask(custom, "message-with-ack", 4), 4);
    custom.disconnect();
  },
  async knowsNoOtherNamespace() {
    const socket = open({}, "/random");
    const [error] = await once(socket, "connect_error");
    assert.equal(error.message, "Invalid namespace");
  },
});
