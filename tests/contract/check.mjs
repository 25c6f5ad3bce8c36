// node tests/contract/check.mjs FOLDER
// Checks each request in the *.jsonl files of a folder against the schemas of the version that it was sent to, says how many
// are valid, and fails when one is not or when there is nothing to check.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { report } from './report.mjs';

const [folder] = process.argv.slice(2);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : [];
const requests = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n')).map((line) => JSON.parse(line));

const { lines, problems } = report(requests);
lines.forEach((line) => console.log(line));
problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length > 0 ? 1 : 0;
