// A real TURN server on a free port of UDP. It may relay to itself here; the shipped settings are tested by TurnServerIT.
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 20_000;

/** Ends with `stop`. */
export async function startTurn(secret) {
  const folder = mkdtempSync(join(tmpdir(), 'turn-'));
  const port = await freePort();
  const child = spawn(
    'turnserver',
    [
      '-n',
      '--use-auth-secret',
      `--static-auth-secret=${secret}`,
      '--realm=turn.example',
      '--listening-ip=127.0.0.1',
      '--relay-ip=127.0.0.1',
      `--listening-port=${port}`,
      '--allow-loopback-peers',
      '--no-cli',
      '--no-tcp',
      '--no-tls',
      '--no-dtls',
      `--userdb=${join(folder, 'db')}`,
      `--pidfile=${join(folder, 'pid')}`,
      `--log-file=${join(folder, 'log')}`,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`turnserver ended with ${code}`)));
  });
  ended.catch(() => undefined);
  await Promise.race([answers(port), ended]);
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await ended.catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

/** Asks for its own address, as STUN has it, until there is an answer. */
async function answers(port) {
  const request = Buffer.alloc(20);
  request.writeUInt16BE(0x0001, 0);
  request.writeUInt32BE(0x2112a442, 4);
  request.write('health-check', 8);
  const socket = createSocket('udp4');
  try {
    const answered = new Promise((resolve) => socket.once('message', resolve));
    for (const deadline = Date.now() + START_MS; Date.now() < deadline;) {
      socket.send(request, port, '127.0.0.1');
      const heard = await Promise.race([
        answered.then(() => true),
        new Promise((resolve) => setTimeout(resolve, 200, false)),
      ]);
      if (heard) return;
    }
    throw new Error('turnserver does not answer');
  } finally {
    socket.close();
  }
}
