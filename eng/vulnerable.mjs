// Fails when a package that the solution uses, directly or not, has a published vulnerability.
// Where the advisories cannot be asked for, that is said and nothing fails: a build must not depend on a foreign server's day.
import { spawnSync } from 'node:child_process';

const [solution] = process.argv.slice(2);
const { status, stdout, stderr } = spawnSync(
  'dotnet',
  ['list', solution, 'package', '--vulnerable', '--include-transitive', '--format', 'json'],
  { encoding: 'utf8', timeout: 120_000, maxBuffer: 64 * 1024 * 1024 },
);

if (status !== 0) {
  console.log(`vulnerable packages: not checked, the advisories cannot be had: ${(stderr || stdout || 'time-out').trim().split('\n')[0]}`);
} else {
  const found = new Set(JSON.parse(stdout).projects.flatMap(vulnerabilities));
  found.forEach((text) => console.error(`vulnerable package: ${text}`));
  console.log(`vulnerable packages: ${found.size}`);
  process.exitCode = found.size === 0 ? 0 : 1;
}

function vulnerabilities(project) {
  return (project.frameworks ?? []).flatMap(({ topLevelPackages = [], transitivePackages = [] }) =>
    [...topLevelPackages, ...transitivePackages].flatMap(({ id, resolvedVersion, vulnerabilities: list = [] }) =>
      list.map(({ severity, advisoryurl }) => `${id} ${resolvedVersion}: ${severity}, ${advisoryurl}`)));
}
