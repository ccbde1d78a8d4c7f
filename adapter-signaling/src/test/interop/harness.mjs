// What the scripts share: the official client, and cases that a test reads from the output:
// "case <name>" for each first, then "ok <name>" or "FAILED <name>: <reason>".
import { io } from "socket.io-client";

const url = process.argv[2];
const LIMIT_MS = 5000;
const opened = [];

/** A socket that the end of the case closes. It does not come back by itself unless options say so. */
export function open(auth, namespace = "/", options = {}) {
  const socket = io(url + namespace, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth,
    ...options,
  });
  opened.push(socket);
  return socket;
}

/** The arguments of the next event of that name. */
export function once(emitter, event) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event}`)), LIMIT_MS);
    emitter.once(event, (...args) => {
      clearTimeout(timer);
      resolve(args);
    });
  });
}

/** Sends an event, and waits for its ack. */
export const ask = (socket, ...args) => socket.timeout(LIMIT_MS).emitWithAck(...args);

export async function run(cases) {
  for (const name of Object.keys(cases)) {
    console.log(`case ${name}`);
  }
  for (const [name, play] of Object.entries(cases)) {
    try {
      await play();
      console.log(`ok ${name}`);
    } catch (error) {
      console.log(`FAILED ${name}: ${error.stack.replaceAll("\n", "\\n")}`);
    }
    opened.splice(0).forEach((socket) => socket.disconnect());
  }
  process.exit(0);
}
