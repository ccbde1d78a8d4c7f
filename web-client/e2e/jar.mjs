// The real server on an empty folder and a free port, for as long as it is needed.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const JAR =
  process.env.HEALTH_CONNECT_JAR ?? new URL('../../bootstrap/target/health-connect.jar', import.meta.url).pathname;
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
/** A server that lives for one file of tests starts with half the work if only the fast compiler and one collector run. */
const JVM = (process.env.JAVA_OPTIONS ?? '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC').split(' ');
/** The limits are those of many people behind one address, which the tests are. Flags go before them. */
const SETTINGS = {
  LIMIT_SIGNUPS_PER_MINUTE: '600',
  LIMIT_LOGINS_PER_MINUTE: '600',
  LIMIT_OPEN_APPOINTMENTS: '1000',
  LIMIT_OPEN_APPOINTMENTS_PER_DOCTOR: '1000',
  LIMIT_APPOINTMENT_CHANGES_BURST: '1000',
  BCRYPT_COST: '10',
};
const START_MS = 60_000;
const run = promisify(execFile);

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a server. `restart` ends it and starts it again with the same data and port; `stop` ends it and removes the data.
 * @param {string[] | ((url: string) => string[])} flags further settings, such as `--demo`; also of the server's address
 */
export async function startServer(flags = []) {
  const folder = mkdtempSync(join(tmpdir(), 'health-connect-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child;

  const start = async (more) => {
    child = spawn(JAVA, [...JVM, '-jar', JAR, '--port', String(port), '--data-dir', folder, ...more], {
      env: { ...SETTINGS, ...process.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    const ended = new Promise((_, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
    });
    ended.catch(() => undefined);
    await Promise.race([answers(url), ended]);
    return output;
  };
  const end = () =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        resolve();
      } else {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }
    });

  const output = await start(typeof flags === 'function' ? flags(url) : flags);
  return {
    url,
    output,
    /** Runs one of the jar's commands beside the server, and gives what it prints. */
    command: async (...words) => {
      const { stdout } = await run(JAVA, [...JVM, '-jar', JAR, '--port', String(port), '--data-dir', folder, ...words]);
      return stdout.trim();
    },
    restart: async () => {
      await end();
      await start([]);
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url) {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const ready = await fetch(`${url}/health/ready`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (ready) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error('the server did not become ready');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
