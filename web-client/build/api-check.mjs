// The description of the API keeps the rules that Redocly and Spectral recommend.
import redocly from '@redocly/openapi-core';
import spectral from '@stoplight/spectral-core';
import parsers from '@stoplight/spectral-parsers';
import rulesets from '@stoplight/spectral-rulesets';
import { readFileSync } from 'node:fs';

const API = '../adapter-rest/src/main/resources/openapi.yaml';

const config = await redocly.createConfig({ extends: ['recommended'] });
const redoclyFindings = (await redocly.lint({ ref: API, config })).map(
  (problem) => `${problem.location[0]?.pointer ?? '/'}: ${problem.message} (${problem.ruleId})`,
);

const linter = new spectral.Spectral();
linter.setRuleset({ extends: [[rulesets.oas, 'recommended']] });
const document = new spectral.Document(readFileSync(API, 'utf8'), parsers.Yaml, API);
const spectralFindings = (await linter.run(document)).map(
  (result) => `/${result.path.join('/')}: ${result.message} (${String(result.code)})`,
);

const findings = [...redoclyFindings, ...spectralFindings];
findings.forEach((finding) => console.error(`${API} ${finding}`));
process.exit(findings.length === 0 ? 0 : 1);
