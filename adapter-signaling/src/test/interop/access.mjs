// Who gets in, who is shut out, and what a client does then.
import assert from "node:assert/strict";
import { ask, once, open } from "./harness.mjs";
import { advance, closeCode, device, does, offer, pair, person, refused, rig, told } from "./people.mjs";

const CLINIC = "https://clinic.example";

async function isRefused(auth, headers) {
  const socket = open(auth, "/", { extraHeaders: headers });
  const [error] = await once(socket, "connect_error");
  return error.message;
}

/** Our own server refuses the handshake; a container can only leave the credentials aside. */
function isKeptOut(message) {
  assert.ok(["websocket error", "unauthorized"].includes(message), message);
}

export const access = {
  async aTokenIsAdmitted() {
    const socket = await device(await person("patient"));
    assert.deepEqual(socket.online, []);
  },

  async theSessionCookieIsAdmittedFromOurOrigin() {
    const { token } = await person("patient");
    for (const name of ["token", "__Host-token"]) {
      const headers = { origin: CLINIC, cookie: `theme=dark; ${name}=${token}` };
      await once(open(undefined, "/", { extraHeaders: headers }), "connect");
    }
  },

  async aCookieWithoutOurOriginIsWorthNothing() {
    const { token } = await person("patient");
    const cookie = `token=${token}`;
    const other = await isRefused(undefined, { cookie, origin: "https://clinic.example.evil" });
    assert.equal(other, "websocket error");
    isKeptOut(await isRefused(undefined, { cookie }));
  },

  async aTokenInTheAddressIsWorthNothing() {
    const { token } = await person("patient");
    const socket = open(undefined, "/", { query: { token } });
    isKeptOut((await once(socket, "connect_error"))[0].message);
  },

  async badTokensAreRefusedAndAGoodOneIsAdmittedAfterwards() {
    const { token } = await person("patient");
    const socket = open({});
    await once(socket, "connect_error");
    for (const bad of ["", "t.x.patient.y", token + "x", 7, { token }, null]) {
      socket.auth = { token: bad };
      socket.connect();
      const [error] = await once(socket, "connect_error");
      assert.equal(error.message, "unauthorized");
    }
    socket.auth = { token };
    socket.connect();
    await once(socket, "connect");
  },

  async anExpiredSessionIsRefused() {
    const { token } = await person("patient");
    await rig("pass", { seconds: 7 * 24 * 3600 });
    assert.equal(await isRefused({ token }), "unauthorized");
  },

  async aLogOutClosesTheSessionsSocketsAndNoOthers() {
    const patient = await person("patient");
    const phone = await rig("log-in", patient);
    const tabs = [await device(patient), await device(patient)];
    const other = await device(phone);
    const codes = tabs.map(closeCode);
    await rig("log-out", patient);
    assert.deepEqual(await Promise.all(codes), [4401, 4401]);
    assert.equal(await isRefused({ token: patient.token }), "unauthorized");
    assert.deepEqual(await told(other), []);
  },

  async aPasswordChangeClosesTheOtherSessions() {
    const patient = await person("patient");
    const kept = await device(patient);
    const closed = closeCode(await device(await rig("log-in", patient)));
    await rig("change-password", patient);
    assert.equal(await closed, 4401);
    // The session that stays learns of both.
    const kinds = (await told(kept)).map(([event, { notice }]) => [event, notice.kind]);
    assert.deepEqual(kinds, [
      ["notice", "new_sign_in"],
      ["notice", "password_changed"],
    ]);
  },

  async afterTheServersDisconnectAClientWithANewSessionConnectsAfresh() {
    const patient = await person("patient");
    const phone = await rig("log-in", patient);
    const socket = await device(patient, { reconnection: true, reconnectionDelay: 10 });
    const first = socket.id;
    const refusal = once(socket, "connect_error");
    const code = closeCode(socket);
    await rig("log-out", patient);
    assert.equal(await code, 4401);
    assert.equal((await refusal)[0].message, "unauthorized");
    socket.auth = { token: phone.token };
    const connected = once(socket, "connect");
    const greeted = once(socket, "online-users");
    socket.disconnect().connect();
    await connected;
    assert.notEqual(socket.id, first);
    assert.deepEqual(await greeted, [[]]);
  },

  async aClientThatIsToldToStartAnewComesBackByItself() {
    const { doctor, patient } = await pair();
    const watcher = await device(doctor, { reconnection: true, reconnectionDelay: 10 });
    const socket = await device(patient, { reconnection: true, reconnectionDelay: 10 });
    const codes = [closeCode(socket), closeCode(watcher)];
    const back = [once(socket, "connect"), once(watcher, "connect")];
    const greeted = once(socket, "online-users");
    await rig("interrupt");
    assert.deepEqual(await Promise.all(codes), [1012, 1012]);
    await Promise.all(back);
    await greeted;
    await does(socket, "typing", { to: doctor.id });
  },

  async theThirdForbiddenEventInAMinuteCloses() {
    const { doctor } = await pair();
    const stranger = await person("patient");
    const socket = await device(stranger);
    for (let i = 0; i < 2; i++) {
      await refused("forbidden", socket, "typing", { to: doctor.id });
    }
    await advance(61, socket);
    await refused("forbidden", socket, "typing", { to: doctor.id });
    await refused("forbidden", socket, "call-user", { to: doctor.id, offer: offer() });
    const code = closeCode(socket);
    await refused("forbidden", socket, "typing", { to: stranger.id });
    assert.equal(await code, 4403);
  },

  async forbiddenEventsCountWhenNobodyAsksForAnAck() {
    const { doctor } = await pair();
    const socket = await device(await person("patient"));
    const code = closeCode(socket);
    for (let i = 0; i < 3; i++) {
      socket.emit("typing", { to: doctor.id });
    }
    assert.equal(await code, 4403);
  },

  async ofManySocketsOfAPersonTheNewest8StayOpen() {
    const patient = await person("patient");
    const sockets = Array.from({ length: 20 }, () => open({ token: patient.token }));
    let replaced = 0;
    const closed = new Promise((resolve) => {
      for (const socket of sockets) {
        socket.on("disconnect", (reason) => {
          replaced += reason === "io server disconnect" ? 1 : 0;
          if (replaced === 12) {
            resolve();
          }
        });
      }
    });
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    await closed;
    const left = sockets.filter((socket) => socket.connected);
    assert.equal(left.length, 8);
    await Promise.all(left.map((socket) => ask(socket, "no-such-event", {})));
    assert.equal((await rig("sockets", patient)).open, 8);
    assert.equal(replaced, 12);
  },

  async wrongPayloadsAreInvalid() {
    const { doctor, patient } = await pair();
    const socket = await device(patient);
    const to = doctor.id;
    const wrong = [
      ["typing", undefined],
      ["typing", "text"],
      ["typing", [to]],
      ["typing", {}],
      ["typing", { to: 7 }],
      ["typing", { to: { $ne: "" } }],
      ["typing", { to: "" }],
      ["typing", { to: "x".repeat(300) }],
      ["call-user", { to }],
      ["call-user", { to, offer: "v=0" }],
      ["call-user", { to, offer: { ...offer(), type: "answer" } }],
      ["call-user", { to, offer: { type: "offer", sdp: 7 } }],
      ["call-user", { to, offer: { type: "offer", sdp: "v=0\r\n".padEnd(32 * 1024 + 1, "x") } }],
      ["call-user", { to, offer: offer(), media: "smell" }],
      ["call-user", { to, offer: offer(), appointmentId: 7 }],
      ["ice-candidate", { to, candidate: "candidate:1" }],
      ["ice-candidate", { to, candidate: { candidate: "x".repeat(1025) } }],
      ["ice-candidate", { to, candidate: { candidate: "c", sdpMLineIndex: "0" } }],
      ["call-rejected", { to, reason: "hangup" }],
      ["call-end", { to, callId: 7 }],
      ["call-resume", {}],
      ["no-such-event", { to }],
      ["newMessage", { message: {} }],
    ];
    for (const [event, payload] of wrong) {
      await refused("invalid_request", socket, event, payload);
    }
  },

  async theHundredAndFirstPacketInASecondIsRefused() {
    const socket = await device(await person("patient"));
    const asked = Array.from({ length: 100 }, () => ask(socket, "no-such-event", {}));
    const codes = (await Promise.all(asked)).map((ack) => ack.error.code);
    // The CONNECT was the first of the hundred.
    assert.deepEqual(codes, [...Array(99).fill("invalid_request"), "rate_limited"]);
    await rig("advance", { millis: 1000 });
    await refused("invalid_request", socket, "no-such-event", {});
  },
};
