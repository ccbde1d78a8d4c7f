// The description of the API keeps Redocly's recommended rules.
import redocly from '@redocly/openapi-core';

const API = '../adapter-rest/src/main/resources/openapi.yaml';
const config = await redocly.createConfig({ extends: ['recommended'] });
const problems = await redocly.lint({ ref: API, config });
for (const problem of problems) {
  console.error(`${API} ${problem.location[0]?.pointer ?? '/'}: ${problem.message} (${problem.ruleId})`);
}
process.exit(problems.length === 0 ? 0 : 1);
