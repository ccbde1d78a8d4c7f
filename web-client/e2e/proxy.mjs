// A proxy in front of the server, as a hospital may have one: WebSockets may not get through it, and its line can be cut.
import { createServer, request } from 'node:http';
import { connect } from 'node:net';

const NOTHING = /^$/;

/** @param {'pass' | 'refuse' | 'ignore'} webSockets what happens to them */
export async function startProxy(webSockets) {
  const lines = new Set();
  const asked = [];
  let server;
  let isCut = false;
  let isAway = false;
  const replies = new Map();
  let gone = NOTHING;
  const proxy = createServer((incoming, answer) => {
    const isLive = incoming.url.startsWith('/socket.io/');
    const instead = replies.get(incoming.url) ?? (gone.test(incoming.url) ? { status: 404, body: '' } : undefined);
    if (instead !== undefined) {
      answer.writeHead(instead.status, instead.headers).end(instead.body);
      return;
    }
    asked.push(`${incoming.method} ${incoming.url}`);
    if (isAway || (isLive && isCut)) {
      incoming.destroy();
      return;
    }
    const { hostname, port } = server;
    const { method, url: path, headers } = incoming;
    const passed = request({ hostname, port, method, path, headers }, (reply) => {
      answer.writeHead(reply.statusCode, reply.headers);
      reply.pipe(answer);
    });
    passed.on('error', () => incoming.destroy());
    incoming.on('error', () => passed.destroy());
    answer.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  proxy.on('upgrade', (incoming, line) => {
    asked.push(`UPGRADE ${incoming.url}`);
    line.on('error', () => undefined);
    lines.add(line);
    line.on('close', () => lines.delete(line));
    if (webSockets === 'refuse') {
      line.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    } else if (isAway || (webSockets === 'pass' && isCut)) {
      line.destroy();
    } else if (webSockets === 'pass') {
      const passed = connect(Number(server.port), server.hostname);
      passed.on('error', () => line.destroy());
      passed.on('close', () => line.destroy());
      line.on('close', () => passed.destroy());
      const { rawHeaders } = incoming;
      const head = rawHeaders.map((text, i) => (i % 2 === 0 ? `${text}: ${rawHeaders[i + 1]}\r\n` : '')).join('');
      passed.write(`GET ${incoming.url} HTTP/1.1\r\n${head}\r\n`);
      line.pipe(passed).pipe(line);
    }
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${proxy.address().port}`,
    /** What browsers have asked for, as `GET /path?query`. */
    asked,
    passTo: (url) => (server = new URL(url)),
    /** Live connections end, and there are no new ones until the line is mended. */
    cut: () => {
      isCut = true;
      lines.forEach((line) => line.destroy());
    },
    mend: () => (isCut = false),
    /** Nothing gets through, as without a network. */
    away: () => {
      isAway = true;
      lines.forEach((line) => line.destroy());
    },
    back: () => (isAway = false),
    /** Answers an address in the place of the server. */
    reply: (path, reply) => replies.set(path, reply),
    /** There is nothing at these addresses any more. */
    remove: (paths) => (gone = paths),
    stop: () => {
      proxy.close();
      lines.forEach((line) => line.destroy());
      proxy.closeAllConnections();
    },
  };
}
