// How a CLI finds the provider that was just built, and nothing else of this machine.
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const version = /<Version>(.*)<\/Version>/.exec(readFileSync('Directory.Build.props', 'utf8'))[1];

/** What a CLI expects the provider's file to be called. */
export const providerFile = `terraform-provider-rocketchat_v${version}`;

/** Where the provider lies in a filesystem mirror, for this platform. */
export function packageFolder(mirror, host) {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  return join(mirror, host, 'rockettf/rocketchat', version, `${process.platform}_${architecture}`);
}

/** This machine's environment without its settings for CLIs and providers, and with a mirror below `home` that has the provider. */
export function environmentWithProvider(home) {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TF_|ROCKETCHAT_)/.test(name)));
  return { ...environment, TF_CLI_CONFIG_FILE: writeCliConfiguration(home), CHECKPOINT_DISABLE: '1' };
}

function writeCliConfiguration(home) {
  const mirror = join(home, 'mirror');
  for (const host of ['registry.terraform.io', 'registry.opentofu.org']) {
    const folder = packageFolder(mirror, host);
    mkdirSync(folder, { recursive: true });
    const link = join(folder, providerFile);
    rmSync(link, { force: true });
    symlinkSync(resolve('bin/terraform-provider-rocketchat'), link);
  }
  const file = join(home, 'cli.tfrc');
  writeFileSync(file, `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`);
  return file;
}
