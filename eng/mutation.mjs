// Mutation testing of the pure core: changes the code in small ways, one at a time, and counts which changes a test notices.
//   node eng/mutation.mjs [AREA...]        without an area: all of them, which takes long
// Leaves artifacts/mutation/AREA: survivors.txt, and under reports/ what Stryker.NET wrote.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

// The tests are those of tests/Mutation; per mutant only those run that reach it. Left out is what takes long and goes over the same ground:
// random and very large values, and limits of time.
const slow = ['CodecPropertyTests', 'Of5MiB', 'Of10000Objects', 'Of100000', 'OfManyAttributes', 'CallRunnerTests'];

const areas = {
  errors: {
    project: 'RocketChat.Client',
    mutate: ['**/Errors/*.cs'],
  },
  values: {
    project: 'TerraformPlugin',
    mutate: ['**/Values/*.cs', '!**/Values/MsgPack*.cs', '!**/Values/Json*.cs', '!**/Values/TypeJson*.cs', '!**/Values/*Json.cs', '!**/Values/TfMsgPack.cs'],
  },
  codecs: {
    project: 'TerraformPlugin',
    mutate: ['**/Values/MsgPack*.cs', '**/Values/Json*.cs', '**/Values/TypeJson*.cs', '**/Values/*Json.cs', '**/Values/TfMsgPack.cs'],
  },
  planning: {
    project: 'TerraformPlugin',
    mutate: [...['ResourcePlanner', 'PlanWalk', 'SetPairs', 'ConfigCheck', 'ObjectForm'].map((name) => `**/Execution/${name}.cs`), '**/Schemas/*.cs'],
  },
  dns: {
    project: 'RocketChat.Federation',
    mutate: ['**/Names/*.cs', '**/Records/*.cs', '**/Lookup/*.cs', '**/Checking/*.cs'],
  },
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(areas);
const unknown = names.filter((name) => !areas[name]);
if (unknown.length > 0) {
  throw new Error(`There is no area ${unknown.join(', ')}. There are: ${Object.keys(areas).join(', ')}.`);
}

run('dotnet', ['tool', 'restore', '--verbosity', 'quiet'], '.');
const rows = names.map(mutate);
console.log(`\n${'area'.padEnd(10)}${'score'.padStart(8)}${['killed', 'timeout', 'survived', 'uncovered'].map((head) => head.padStart(11)).join('')}`);
rows.forEach((row) => console.log(row));

function mutate(name) {
  const { project, mutate } = areas[name];
  const folder = resolve('artifacts/mutation', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const settings = {
    project: `${project}.csproj`,
    mutate,
    configuration: 'Release',
    'coverage-analysis': 'perTest',
    // What it is given decides on threads, which no test can tell.
    'ignore-methods': ['ConfigureAwait'],
    'test-case-filter': slow.map((part) => `FullyQualifiedName!~${part}`).join('&'),
    concurrency: Number(process.env.CONCURRENCY ?? 1),
    reporters: ['json', 'html', 'dots'],
  };
  const config = join(folder, 'stryker-config.json');
  writeFileSync(config, JSON.stringify({ 'stryker-config': settings }, null, 2));
  console.log(`==> ${name}`);
  run('dotnet', ['stryker', '--config-file', config, '--output', folder, '--skip-version-check'], `tests/Mutation/${project}.Mutation`);
  return count(name, folder);
}

function count(name, folder) {
  const { files } = JSON.parse(readFileSync(join(folder, 'reports/mutation-report.json'), 'utf8'));
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: ofFile }]) => ofFile.map((mutant) => ({ file, source, ...mutant })));
  const of = (status) => mutants.filter((mutant) => mutant.status === status);
  const [killed, timeout, survived, uncovered] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map((status) => of(status).length);
  const unnoticed = [...of('Survived'), ...of('NoCoverage')];
  writeFileSync(join(folder, 'survivors.txt'), unnoticed.map(describe).join('\n') + '\n');
  const score = (100 * (killed + timeout)) / (killed + timeout + survived + uncovered);
  return `${name.padEnd(10)}${`${score.toFixed(1)} %`.padStart(8)}${[killed, timeout, survived, uncovered].map((n) => String(n).padStart(11)).join('')}`;
}

function describe({ file, source, location: { start, end }, replacement, mutatorName }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  const flat = (text) => text.replace(/\s+/g, ' ').trim();
  return `${relative('.', file)}:${start.line}  ${mutatorName}\n    - ${flat(lines.join('\n'))}\n    + ${flat(replacement ?? '')}`;
}

function run(program, args, folder) {
  const { status, error } = spawnSync(program, args, { cwd: folder, stdio: 'inherit' });
  if (error || status !== 0) {
    throw error ?? new Error(`${program} ${args[0]} ended with exit code ${status}`);
  }
}
