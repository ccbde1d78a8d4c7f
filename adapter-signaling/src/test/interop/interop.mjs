// usage: node interop.mjs <url>; prints one line a check and exits with 1 when one failed.
import { io } from "socket.io-client";
import assert from "node:assert/strict";

const url = process.argv[2];
const open = [];
const connect = (auth) => {
  const socket = io(url, { transports: ["websocket"], forceNew: true, reconnection: false, auth });
  open.push(socket);
  return socket;
};
const once = (socket, event) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event}`)), 5000);
    socket.once(event, (...args) => {
      clearTimeout(timer);
      resolve(args);
    });
  });
const ask = (socket, ...args) => socket.timeout(5000).emitWithAck(...args);

const checks = {
  async connectsWithAToken() {
    const socket = connect({ token: "token-ann" });
    await once(socket, "connect");
    assert.ok(socket.id);
    assert.notEqual(socket.id, socket.io.engine.id);
  },
  async isRefusedWithoutAToken() {
    const socket = connect({});
    const [error] = await once(socket, "connect_error");
    assert.equal(error.message, "unauthorized");
    socket.auth = { token: "token-ann" };
    socket.connect();
    await once(socket, "connect");
  },
  async answersEventsInOrder() {
    const socket = connect({ token: "token-bob" });
    await once(socket, "connect");
    const order = [];
    const asked = [];
    for (let i = 0; i < 50; i++) {
      const name = i % 3 === 0 ? "echo-inline" : "echo";
      asked.push(ask(socket, name, { n: i, text: "grüße 🩺" }).then((a) => order.push(a.args[0].n)));
    }
    await Promise.all(asked);
    assert.deepEqual(order, [...Array(50).keys()]);
  },
  async deliversEvents() {
    const socket = connect({ token: "token-carl" });
    await once(socket, "connect");
    const echoed = once(socket, "echo");
    socket.emit("echo", 1, "two", [3]);
    assert.deepEqual((await echoed)[0].args, [1, "two", [3]]);
  },
  async reconnectsWithANewId() {
    const socket = connect({ token: "token-dora" });
    await once(socket, "connect");
    const first = socket.id;
    socket.disconnect();
    socket.connect();
    await once(socket, "connect");
    assert.notEqual(socket.id, first);
    assert.equal((await ask(socket, "sync", 1)).ok, true);
  },
  async givesBigAckIdsBack() {
    const socket = connect({ token: "token-emil" });
    await once(socket, "connect");
    socket.ids = Number.MAX_SAFE_INTEGER - 1;
    assert.equal((await ask(socket, "sync")).ok, true);
  },
  async survivesABinaryEvent() {
    const socket = connect({ token: "token-fay" });
    await once(socket, "connect");
    await ask(socket, "sync", Buffer.from([1, 2, 3]), { deep: new Uint8Array(4) });
    assert.equal((await ask(socket, "sync", "still here")).args[0], "still here");
  },
  async answersTheHeartbeat() {
    const socket = connect({ token: "token-gus" });
    await once(socket, "connect");
    await once(socket.io, "ping");
    await once(socket.io, "ping");
    assert.equal((await ask(socket, "sync")).ok, true);
  },
  async knowsOneNamespace() {
    const socket = io(url + "/other", { transports: ["websocket"], forceNew: true, reconnection: false });
    open.push(socket);
    const [error] = await once(socket, "connect_error");
    assert.equal(error.message, "Invalid namespace");
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}: ${error.stack}`);
  }
  open.splice(0).forEach((socket) => socket.disconnect());
}
process.exit(failed ? 1 : 0);
