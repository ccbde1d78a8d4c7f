// The types of the API are committed; this checks that they match openapi.yaml.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const OURS = 'src/shared/api/openapi.d.ts';
const made = spawnSync(
  process.execPath,
  ['node_modules/openapi-typescript/bin/cli.js', '../adapter-rest/src/main/resources/openapi.yaml'],
  { encoding: 'utf8' },
);
if (made.status !== 0 || made.stdout.trim() !== readFileSync(OURS, 'utf8').trim()) {
  console.error(`${OURS} is not what openapi.yaml says. Run: npm run types`);
  process.exit(1);
}
