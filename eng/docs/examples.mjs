// The example files that each page shows.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findClis } from '../clis.mjs';

const folders = { provider: 'provider', resource: 'resources', 'data source': 'data-sources' };
const files = {
  provider: { ExampleFile: 'provider.tf' },
  resource: { ExampleFile: 'resource.tf', ImportFile: 'import.sh', ImportIDConfigFile: 'import-by-string-id.tf' },
  'data source': { ExampleFile: 'data-source.tf' },
};

// What leaves nothing on the server that could be imported.
const notImportable = new Set(['rocketchat_push_test']);

/** The paths by the names that templates know them under. */
export function examplesOf({ kind, name }) {
  const folder = kind === 'provider' ? join('examples', 'provider') : join('examples', folders[kind], name);
  const shown = Object.entries(files[kind]).filter(([field]) => !(notImportable.has(name) && field.startsWith('Import')));
  return Object.fromEntries(shown.map(([field, file]) => [field, join(folder, file)]));
}

export function exampleProblems({ components }) {
  const missing = components.flatMap((component) => Object.values(examplesOf(component)).filter((path) => !existsSync(path)));
  return [...missing.map((path) => `${path} is missing`), ...orphans(components), ...unformatted()];
}

function orphans(components) {
  const known = new Set(components.map(({ kind, name }) => join(folders[kind], name)));
  return ['resources', 'data-sources']
    .filter((folder) => existsSync(join('examples', folder)))
    .flatMap((folder) => readdirSync(join('examples', folder)).map((name) => join(folder, name)))
    .filter((path) => !known.has(path))
    .map((path) => `examples/${path} is an example of nothing`);
}

function unformatted() {
  try {
    execFileSync(findClis().at(-1), ['fmt', '-check', '-recursive', 'examples'], { env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null' }, encoding: 'utf8', stdio: 'pipe' });
    return [];
  } catch (error) {
    return `${error.stdout}${error.stderr}`.trim().split('\n').map((line) => `${line}: not in the CLI's format (\`tofu fmt -recursive examples\`)`);
  }
}
