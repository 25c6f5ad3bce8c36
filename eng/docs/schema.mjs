// The schema as a CLI sees it: what a user's CLI shows is what the pages tell.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findClis } from '../clis.mjs';
import { environmentWithProvider } from '../mirror.mjs';

const requirement = 'terraform {\n  required_providers {\n    rocketchat = {\n      source = "rockettf/rocketchat"\n    }\n  }\n}\n';

/** `components` lists the provider, then each resource and data source by type name. */
export function readSchema() {
  const home = mkdtempSync(join(tmpdir(), 'rocketchat-docs-'));
  try {
    writeFileSync(join(home, 'main.tf'), requirement);
    const run = (...args) => execFileSync(findClis().at(-1), args, { cwd: home, env: environmentWithProvider(home), encoding: 'utf8', maxBuffer: 1e9 });
    run('init', '-input=false', '-no-color');
    return arrange(JSON.parse(run('providers', 'schema', '-json')));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function arrange({ provider_schemas: providers }) {
  const [{ provider, resource_schemas: resources = {}, data_source_schemas: dataSources = {} }] = Object.values(providers);
  return {
    components: [
      { kind: 'provider', name: 'rocketchat', block: provider.block },
      ...byName(resources).map(([name, { block }]) => ({ kind: 'resource', name, block })),
      ...byName(dataSources).map(([name, { block }]) => ({ kind: 'data source', name, block })),
    ],
  };
}

function byName(schemas) {
  return Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1));
}
