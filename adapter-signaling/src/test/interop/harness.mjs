// What the scripts share: the official client, and cases that a test reads from the output:
// "case <name>" for each first, then "ok <name>" or "FAILED <name>: <reason>".
// The arguments "client=<package>" and "transports=<one>,<two>" choose the client and its transports.
export const argument = (name, fallback) =>
  process.argv.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? fallback;
const { io } = await import(argument("client", "socket.io-client"));
export const isVersion40 = argument("client", "").endsWith("4.0");
export const transports = argument("transports", "websocket").split(",");

export const url = process.argv[2];
// Longer than a client needs to miss two pings (45 s).
const LIMIT_MS = 60_000;
const opened = [];

/**
 * A socket that the end of the case closes. It does not come back by itself unless options say so; they may also name
 * another address of the server.
 */
export function open(auth, namespace = "/", { address = url, ...options } = {}) {
  const socket = io(address + namespace, {
    transports,
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
export const ask = (socket, ...args) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ack of ${args[0]}`)), LIMIT_MS);
    socket.emit(...args, (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
  });

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
