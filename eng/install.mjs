// Puts the native build of the provider where terraform and tofu look by themselves, so that `init` needs no registry.
import { copyFileSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { packageFolder, providerFile } from './mirror.mjs';

const dataHome = process.env.XDG_DATA_HOME || join(homedir(), '.local/share');
const mirrors = [
  { host: 'registry.terraform.io', folder: join(homedir(), '.terraform.d/plugins') },
  { host: 'registry.opentofu.org', folder: join(dataHome, 'opentofu/plugins') },
];

for (const { host, folder } of mirrors) {
  const target = packageFolder(folder, host);
  mkdirSync(target, { recursive: true });
  copyFileSync('bin/native/terraform-provider-rocketchat', join(target, providerFile));
  console.log(`installed ${join(target, providerFile)}`);
}
