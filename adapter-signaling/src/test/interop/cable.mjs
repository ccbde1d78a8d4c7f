// A cable between a client and the server that can be pulled.
import { connect, createServer } from "node:net";

/** @param server the address at the other end */
export async function cable(server) {
  const { hostname, port } = new URL(server);
  const near = new Set();
  let pulled = false;
  const here = createServer((client) => {
    if (pulled) {
      client.destroy();
      return;
    }
    const there = connect(Number(port), hostname);
    for (const socket of [client, there]) {
      // Both ends are cut at random.
      socket.on("error", () => undefined);
    }
    near.add(client);
    client.on("close", () => near.delete(client));
    there.on("close", () => client.destroy());
    client.pipe(there).pipe(client);
  });
  await new Promise((resolve) => here.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${here.address().port}`,
    /** The client notices at once; the server, which still holds its end, does not. */
    pull() {
      pulled = true;
      near.forEach((client) => client.destroy());
    },
    plug() {
      pulled = false;
    },
  };
}
