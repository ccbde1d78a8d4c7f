// usage: node protocol.mjs <url of the server>; the protocol, with a server that echoes.
import assert from "node:assert/strict";
import { ask, isVersion40, once, open, run } from "./harness.mjs";

await run({
  async connectsWithAToken() {
    const socket = open({ token: "token-ann" });
    await once(socket, "connect");
    assert.ok(socket.id);
    assert.notEqual(socket.id, socket.io.engine.id);
  },
  async isRefusedWithoutAToken() {
    const socket = open({});
    const [error] = await once(socket, "connect_error");
    assert.equal(error.message, "unauthorized");
    socket.auth = { token: "token-ann" };
    socket.connect();
    await once(socket, "connect");
  },
  async answersEventsInOrder() {
    const socket = open({ token: "token-bob" });
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
    const socket = open({ token: "token-carl" });
    await once(socket, "connect");
    const echoed = once(socket, "echo");
    socket.emit("echo", 1, "two", [3]);
    assert.deepEqual((await echoed)[0].args, [1, "two", [3]]);
  },
  async reconnectsWithANewId() {
    const socket = open({ token: "token-dora" });
    await once(socket, "connect");
    const first = socket.id;
    const closed = once(socket.io.engine, "close");
    socket.disconnect();
    if (isVersion40) {
      // It takes the end of the old connection for that of the new one.
      await closed;
    }
    socket.connect();
    await once(socket, "connect");
    assert.notEqual(socket.id, first);
    assert.equal((await ask(socket, "sync", 1)).ok, true);
  },
  async givesBigAckIdsBack() {
    const socket = open({ token: "token-emil" });
    await once(socket, "connect");
    socket.ids = Number.MAX_SAFE_INTEGER - 1;
    assert.equal((await ask(socket, "sync")).ok, true);
  },
  async survivesABinaryEvent() {
    const socket = open({ token: "token-fay" });
    await once(socket, "connect");
    await ask(socket, "sync", Buffer.from([1, 2, 3]), { deep: new Uint8Array(4) });
    assert.equal((await ask(socket, "sync", "still here")).args[0], "still here");
  },
  async staysAwayAfterItWasReplaced() {
    const BACK = { reconnection: true, reconnectionDelay: 10, reconnectionDelayMax: 10 };
    const oldest = open({ token: "token-hugo" }, "/", BACK);
    await once(oldest, "connect");
    const replaced = once(oldest, "disconnect");
    const others = [];
    for (let i = 0; i < 8; i++) {
      others.push(open({ token: "token-hugo" }, "/", BACK));
      await once(others[i], "connect");
    }
    assert.equal((await replaced)[0], "io server disconnect");
    assert.ok(!oldest.active);
    for (const other of others) {
      assert.equal((await ask(other, "sync")).ok, true);
    }
  },
  async answersTheHeartbeat() {
    const socket = open({ token: "token-gus" });
    await once(socket, "connect");
    // Version 4.0 tells nobody of a ping but its engine, once it has answered.
    const [emitter, event] = isVersion40 ? [socket.io.engine, "pong"] : [socket.io, "ping"];
    await once(emitter, event);
    await once(emitter, event);
    assert.equal((await ask(socket, "sync")).ok, true);
  },
  async knowsOneNamespace() {
    const socket = open({}, "/other");
    const [error] = await once(socket, "connect_error");
    assert.equal(error.message, "Invalid namespace");
  },
});
