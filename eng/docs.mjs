// The provider's documentation: docs/ is made from the schema that a CLI sees, examples/ and templates/.
//   node eng/docs.mjs write    writes docs/
//   node eng/docs.mjs check    says what is missing, stale or wrong, and fails if anything is
import { undescribed } from './docs/descriptions.mjs';
import { exampleProblems } from './docs/examples.mjs';
import { linkProblems } from './docs/links.mjs';
import { renderPages, stalePages, writePages } from './docs/pages.mjs';
import { readSchema } from './docs/schema.mjs';
import { troubleshootingProblems } from './docs/troubleshooting.mjs';

const [action] = process.argv.slice(2);
if (!['write', 'check'].includes(action)) {
  console.error('usage: node eng/docs.mjs write|check');
  process.exit(2);
}

const schema = readSchema();
const { pages, problems } = renderPages(schema);
if (action === 'write') {
  writePages(pages);
} else {
  problems.push(...stalePages(pages));
}
problems.push(...undescribed(schema), ...exampleProblems(schema), ...linkProblems(pages), ...troubleshootingProblems(pages));

problems.forEach((problem) => console.error(`docs: ${problem}`));
console.log(`docs: ${pages.size} pages, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
