// Which CLIs there are: terraform and tofu on PATH, and the pinned OpenTofu that `make cli` fetches.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export function findClis() {
  const found = [onPath('terraform'), onPath('tofu'), pinned()].filter(Boolean);
  if (found.length === 0) {
    throw new Error('There is no CLI: run `make cli`, or put terraform or tofu on PATH.');
  }
  return found;
}

function pinned() {
  const path = resolve('.tools/tofu');
  return existsSync(path) ? path : undefined;
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
