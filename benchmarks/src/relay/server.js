"use strict";
// The reference: stock socket.io that only looks up the receiver and forwards. No checks, no call state.
const http = require("http");
const { Server } = require("socket.io");

const server = http.createServer((request, response) => {
  response.statusCode = request.url === "/health/ready" ? 200 : 404;
  response.end();
});
const io = new Server(server, { transports: ["websocket"], serveClient: false });
const users = new Map();

io.on("connection", (socket) => {
  const user = socket.handshake.auth.token;
  users.set(user, socket);
  socket.on("ice-candidate", (message, ack) => {
    const peer = users.get(message.to);
    if (peer !== undefined) {
      const { to, ...rest } = message;
      peer.emit("ice-candidate", { ...rest, from: user });
    }
    if (typeof ack === "function") ack({ ok: true });
  });
  socket.on("disconnect", () => users.delete(user));
});
server.listen(Number(process.env.PORT), "127.0.0.1");
