// The provider's documentation: docs/ is made from the schema that a CLI sees, examples/ and templates/.
//   node eng/docs.mjs write    writes docs/
//   node eng/docs.mjs check    says what is missing, stale or wrong, and fails if anything is
import { undescribed } from './docs/descriptions.mjs';
import { exampleProblems } from './docs/examples.mjs';
import { frontMatterProblems } from './docs/front-matter.mjs';
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
const isWhole = problems.length === 0;
problems.push(...undescribed(schema), ...exampleProblems(schema));

// A page that could not be made would only look like a missing link target, an unexplained error, a surplus file.
if (isWhole) {
  problems.push(...frontMatterProblems(pages), ...linkProblems(pages), ...troubleshootingProblems(pages));
  if (action === 'write') {
    writePages(pages);
  } else {
    problems.push(...stalePages(pages));
  }
}

const found = new Set(problems);
found.forEach((problem) => console.error(`docs: ${problem}`));
console.log(found.size === 0 ? `docs: ${pages.size} pages, all well` : `docs: to be put right: ${found.size}`);
process.exitCode = found.size === 0 ? 0 : 1;
