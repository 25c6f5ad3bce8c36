// Runs the test projects one after the other and counts from their result files.
//   node eng/test.mjs [PROJECT...]
// Ends with one line, "N passed, N failed[, N skipped]", and fails unless every project ran, nothing failed,
// and what the acceptance tests sent to the emulator is what Rocket.Chat publishes that it takes.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const results = 'artifacts/test-results';
const requests = 'artifacts/requests';
const deadlineMinutes = 60;
const slowSeconds = 1;

const projects = process.argv.length > 2 ? process.argv.slice(2) : allProjects();
const total = { passed: 0, failures: [], skipped: [] };
const problems = [];

[results, requests].forEach((folder) => rmSync(folder, { recursive: true, force: true }));
mkdirSync(results, { recursive: true });

for (const project of projects) {
  console.log(`==> ${project}`);
  const started = Date.now();
  const file = join(results, `${project}.trx`);
  const exitCode = await run(project, file);
  const outcome = read(file);
  if (!outcome || outcome.passed + outcome.failures.length + outcome.skipped.length === 0) {
    problems.push(`${project} produced no results (exit code ${exitCode})`);
    continue;
  }
  if (exitCode !== 0 && outcome.failures.length === 0) {
    problems.push(`${project} ended with exit code ${exitCode} although no test failed`);
  }
  total.passed += outcome.passed;
  total.failures.push(...outcome.failures.map((failure) => ({ project, ...failure })));
  total.skipped.push(...outcome.skipped);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`    ${summary(outcome)} in ${seconds} s`);
  outcome.skipped.forEach(({ name, reason }) => console.log(`    skipped: ${name}: ${reason}`));
}

const exchanges = 'artifacts/recorded-exchanges.txt';
if (existsSync(exchanges)) {
  console.log(`\n${readFileSync(exchanges, 'utf8').trim()}`);
}
console.log('');
const sentAsPublished = !projects.includes('Acceptance') || spawnSync('tests/contract/run', [requests], { stdio: 'inherit' }).status === 0;
problems.forEach((problem) => console.log(`\nNot counted: ${problem}`));
// Once more at the end, since whoever reads a long log often has its last lines only.
total.failures.forEach(({ project, name, reason, stack }) => console.log(`\nFailed in ${project}: ${name}\n${reason}\n${stack}`));
console.log(`\n${summary(total)}`);
process.exitCode = total.failures.length > 0 || problems.length > 0 || !sentAsPublished ? 1 : 0;

/** Every test project, the acceptance tests last because they take longest. */
function allProjects() {
  return readdirSync('tests')
    .filter((name) => existsSync(`tests/${name}/${name}.csproj`))
    .filter((name) => readFileSync(`tests/${name}/${name}.csproj`, 'utf8').includes('Test.props'))
    .sort((a, b) => (a === 'Acceptance') - (b === 'Acceptance') || a.localeCompare(b));
}

function run(project, file) {
  const assembly = `tests/${project}/bin/Release/net10.0/${project}.dll`;
  const child = spawn('dotnet', ['exec', assembly, '-noLogo', '-noColor', '-noAutoReporters', '-reporter', 'verbose', '-trx', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const timer = setTimeout(() => {
    problems.push(`${project} was stopped after ${deadlineMinutes} minutes`);
    child.kill('SIGKILL');
  }, deadlineMinutes * 60_000);
  createInterface({ input: child.stdout }).on('line', show);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(code ?? signal);
    });
  });
}

/** Of what the runner tells: failures, skips, and each test that took its time. */
function show(line) {
  const chatter = /^ {2}(Discovering|Discovered|Starting|Finished): |^=== TEST EXECUTION SUMMARY|^ {3}\S+ {2}Total: /;
  const finished = /\[FINISHED\] Time: ([\d.]+)s/.exec(line);
  if (!chatter.test(line) && !line.includes('[STARTING]') && !(finished && Number(finished[1]) < slowSeconds)) {
    console.log(line);
  }
}

function read(file) {
  if (!existsSync(file)) {
    return undefined;
  }
  const trx = readFileSync(file, 'utf8');
  const tests = [...trx.matchAll(/<UnitTestResult\b([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)].map(([, attributes, body]) => ({
    name: text(/testName="([^"]*)"/.exec(attributes)),
    outcome: text(/outcome="([^"]*)"/.exec(attributes)),
    reason: element(body, 'Message') || element(body, 'StdOut') || 'no reason given',
    stack: element(body, 'StackTrace'),
  }));
  return {
    passed: tests.filter((test) => test.outcome === 'Passed').length,
    skipped: tests.filter((test) => test.outcome === 'NotExecuted'),
    failures: tests.filter((test) => !['Passed', 'NotExecuted'].includes(test.outcome)),
  };
}

function element(xml, name) {
  return text(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xml ?? ''));
}

function text(match) {
  const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return (match?.[1] ?? '').replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name]).trim();
}

function summary({ passed, failures, skipped }) {
  return `${passed} passed, ${failures.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}
