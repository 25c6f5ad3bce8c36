// The validators that Rocket.Chat publishes, of each version that an emulated server is checked by.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/**
 * By the emulator's profile; older servers have no schemas, so their requests cannot be checked. The package of 9.0 cannot be fetched yet,
 * and the requests that the provider makes are the same in its sources as in 8.8.
 */
export const packageOfProfile = { '7.10': 'rest-typings-7', '8.8': 'rest-typings-8', '9.0': 'rest-typings-8' };

/** `version` is that of the package, `validators` its functions by name. */
export function loadSchemas(name) {
  const bundle = new URL(`../../.tools/contract/${name}.cjs`, import.meta.url).pathname;
  if (!existsSync(bundle)) {
    throw new Error('The schemas are not there: run tests/contract/install.');
  }
  return { version: dependencies[name].split('@').at(-1), validators: quietly(() => require(bundle)) };
}

/** Some of the schemas make their compiler grumble, which nobody here can change. */
function quietly(action) {
  const { warn } = console;
  console.warn = () => {};
  try {
    return action();
  } finally {
    console.warn = warn;
  }
}
