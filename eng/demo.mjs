// The main job from start to end, with every CLI there is: examples/quickstart against the emulator.
// Fails at the first step that does not do what its heading says, and leaves nothing behind.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { findClis } from './clis.mjs';
import { environmentWithProvider } from './mirror.mjs';

const example = 'examples/quickstart';
const [admin] = JSON.parse(readFileSync(join(example, 'seed.json'), 'utf8')).users;
const noChanges = 0;
const changes = 2;

const children = new Set();
const home = mkdtempSync(join(tmpdir(), 'rocketchat-demo-'));
process.on('exit', cleanUp);
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

try {
  for (const cli of findClis()) {
    await demonstrate(cli);
  }
  console.log('\nThe demo is done: every step did what it should.');
} catch (error) {
  console.error(`\nThe demo failed: ${error.message}`);
  process.exit(1);
}

async function demonstrate(cli) {
  const module = join(mkdtempSync(join(home, `${basename(cli)}-`)), 'quickstart');
  cpSync(example, module, { recursive: true, filter: (path) => !basename(path).startsWith('.') && !/\.tfstate|\.tfplan/.test(path) });
  const emulator = await startEmulator();
  const environment = environmentFor(emulator.url);
  const run = (title, args, expected = noChanges) => step(title, cli, [...args, '-no-color'], { cwd: module, env: environment }, expected);

  await run(`${basename(cli)}: which CLI`, ['version']);
  await run('init: install the provider', ['init', '-input=false']);
  await run('plan: what would happen', ['plan', '-input=false', '-detailed-exitcode'], changes);
  await run('apply: ada becomes an owner of the room', ['apply', '-input=false', '-auto-approve']);
  await run('plan again: nothing left to do', ['plan', '-input=false', '-detailed-exitcode'], noChanges);

  heading('drift: somebody takes the ownership away, past the CLI');
  await post(`${emulator.url}/_emulator/rooms/board/owners/remove`, { username: 'ada' });
  await run('plan: the drift is seen', ['plan', '-input=false', '-detailed-exitcode'], changes);
  await run('apply: and put right', ['apply', '-input=false', '-auto-approve']);
  await run('destroy: ada is a plain member again', ['destroy', '-input=false', '-auto-approve']);
  await emulator.stop();
}

function step(title, command, args, options, expected) {
  heading(`${title}\n    $ ${basename(command)} ${args.join(' ')}`);
  return new Promise((done, failed) => {
    const child = start(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', failed);
    child.on('close', (code, signal) =>
      code === expected ? done() : failed(new Error(`"${title}" ended with ${signal ?? `exit code ${code}`}, not with exit code ${expected}`)));
  });
}

async function startEmulator() {
  const child = start('bin/rocketchat-emulator', ['--url', 'http://127.0.0.1:0', '--seed', join(example, 'seed.json')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.on('close', done));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^listening on (\S+)/.exec(line)?.[1];
    if (url) {
      heading(`the emulator answers as Rocket.Chat on ${url}`);
      return { url, stop: () => (child.kill('SIGTERM'), ended) };
    }
  }
  throw new Error('The emulator did not start.');
}

async function post(url, form) {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  console.log(`POST ${url} ${new URLSearchParams(form)}: ${answer.status}`);
  if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) {
    throw new Error(`The emulator refused: ${await answer.text()}`);
  }
}

function environmentFor(url) {
  return {
    ...environmentWithProvider(home),
    ROCKETCHAT_URL: url,
    ROCKETCHAT_USER_ID: admin.id,
    ROCKETCHAT_AUTH_TOKEN: admin.tokens[0].token,
  };
}

function start(command, args, options) {
  const child = spawn(command, args, options);
  children.add(child);
  child.on('close', () => children.delete(child));
  return child;
}

function heading(text) {
  console.log(`\n==> ${text}\n`);
}

function cleanUp() {
  children.forEach((child) => child.kill('SIGTERM'));
  rmSync(home, { recursive: true, force: true });
}
