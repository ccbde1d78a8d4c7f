// What Maven runs: everything from `npm ci` to the packed files, except for steps that are up to date.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = new URL('..', import.meta.url).pathname;
const API = '../adapter-rest/src/main/resources/openapi.yaml';
const INPUTS = ['src', 'public', 'build', 'index.html', 'package.json', 'package-lock.json'];
const CONFIGURATION = [
  'tsconfig.json',
  'vite.config.ts',
  'eslint.config.js',
  'knip.json',
  '.prettierrc.json',
  '.prettierignore',
];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `The web client needs Node 20.19 or newer, and this is ${process.versions.node}. Install a newer one, or build` +
      ' the server without the web client: -DskipWebClient',
  );
}
process.chdir(ROOT);
mkdirSync('target', { recursive: true });

const lock = digest(['package-lock.json']);
if (read('node_modules/.installed') !== lock) {
  npm('ci', '--no-audit', '--no-fund');
  writeFileSync('node_modules/.installed', lock);
}
const state = digest([...INPUTS, ...CONFIGURATION, API]);
if (!process.argv.includes('--skip-tests') && read('target/tested') !== state) {
  npm('run', '--silent', 'test');
  writeFileSync('target/tested', state);
}
if (read('target/built') !== state || !existsSync('target/classes/web/files.txt')) {
  npm('run', '--silent', 'api:check');
  npm('run', '--silent', 'types:check');
  npm('run', '--silent', 'format:check');
  npm('run', '--silent', 'lint');
  npm('run', '--silent', 'typecheck');
  npm('run', '--silent', 'build');
  writeFileSync('target/built', state);
}

function npm(...args) {
  // Output is shown only on failure, except for that of the build itself.
  const shown = args.includes('build');
  const run = spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (run.error) {
    stop('The web client needs npm on the PATH. Install Node 20 or newer with npm, or build with -DskipWebClient');
  }
  if (run.status !== 0) {
    process.stdout.write(run.stdout);
    process.stderr.write(run.stderr);
    stop(`The web client does not build: npm ${args.join(' ')}`);
  }
  if (shown) {
    process.stdout.write(
      run.stdout
        .split('\n')
        .filter((line) => line.startsWith('First load'))
        .join('\n') + '\n',
    );
  }
}

function digest(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (statSync(path).isDirectory()) {
      readdirSync(path)
        .sort()
        .forEach((name) => add(join(path, name)));
    } else {
      hash.update(path).update('\0').update(readFileSync(path)).update('\0');
    }
  };
  paths.forEach(add);
  return hash.digest('hex');
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function stop(line) {
  console.error(line);
  process.exit(1);
}
