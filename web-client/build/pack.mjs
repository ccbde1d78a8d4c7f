// After `vite build`: compresses the files, lists them for the server, and checks what a first visit loads.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FOLDER = new URL('../target/classes/web/', import.meta.url).pathname;
const FIRST_LOAD_LIMIT_KIB = 110;
const TEXT = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.webmanifest']);

const manifest = JSON.parse(readFileSync(join(FOLDER, 'vite-manifest.json'), 'utf8'));
rmSync(join(FOLDER, 'vite-manifest.json'));

const names = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    relative(FOLDER, join(entry.parentPath ?? entry.path, entry.name))
      .split(sep)
      .join('/'),
  )
  .filter((name) => !/\.(br|gz)$/.test(name) && name !== 'files.txt')
  .sort();

// The service worker keeps the page and all code; pictures and further fonts come when they are needed.
const kept = [
  '/',
  ...names
    .filter((name) => /\.(?:js|css)$|latin-wght.*\.woff2$/.test(name) && name.startsWith('assets/'))
    .map((name) => `/${name}`),
];
const release = createHash('sha256')
  .update(kept.join('\n'))
  .update(readFileSync(join(FOLDER, 'index.html')))
  .digest('base64url')
  .slice(0, 16);
const worker = readFileSync(join(FOLDER, 'sw.js'), 'utf8');
const filled = worker
  .replace('const FILES = [];', `const FILES = ${JSON.stringify(kept)};`)
  .replace('files-development', `files-${release}`);
if (filled === worker) {
  throw new Error('sw.js has no place for the files of the release');
}
writeFileSync(join(FOLDER, 'sw.js'), filled);

const gzipSize = new Map();
const lines = [];
for (const name of names) {
  const bytes = readFileSync(join(FOLDER, name));
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  const encodings = [];
  if (TEXT.has(extname(name))) {
    const gzip = gzipSync(bytes, { level: 9 });
    gzipSize.set(name, gzip.length);
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    for (const [encoding, packed] of [
      ['br', brotli],
      ['gz', gzip],
    ]) {
      if (packed.length < bytes.length) {
        writeFileSync(join(FOLDER, `${name}.${encoding}`), packed);
        encodings.push(encoding);
      }
    }
  }
  lines.push([name, tag, encodings.join(',')].join('\t'));
}
// One line per file: name, ETag, encodings. The server serves these names and no others.
writeFileSync(join(FOLDER, 'files.txt'), `${lines.join('\n')}\n`);

/** The script files that must be loaded before the first page of a logged-in person in English appears. */
function firstLoad() {
  const wanted = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!wanted.has(chunk.file)) {
      wanted.add(chunk.file);
      (chunk.imports ?? []).forEach(visit);
    }
  };
  visit('index.html');
  visit('src/shared/i18n/en.json');
  visit('src/app/i18n/en.json');
  visit('src/features/doctors/i18n/en.json');
  return [...wanted];
}

const files = firstLoad();
const kib = files.reduce((sum, file) => sum + gzipSize.get(file), 0) / 1024;
console.log(`First load: ${kib.toFixed(1)} KiB of script (gzip), at most ${FIRST_LOAD_LIMIT_KIB}`);
if (process.argv.includes('--list') || kib > FIRST_LOAD_LIMIT_KIB) {
  files.forEach((file) => console.log(`  ${(gzipSize.get(file) / 1024).toFixed(1).padStart(6)} ${file}`));
}
if (kib > FIRST_LOAD_LIMIT_KIB) {
  console.error('The first load is too big: load more of it later.');
  process.exit(1);
}
