// The summary of the check of all requests.
import { exceptions } from './endpoints.mjs';
import { loadSchemas, packageOfProfile } from './schemas.mjs';
import { validate } from './validate.mjs';

/** `lines` to print, and `problems`, which are empty when every request that can be checked is valid. */
export function report(requests) {
  const parts = Object.entries(packageOfProfile).map(([profile, name]) =>
    reportOn(requests.filter((request) => request.profile === profile), profile, loadSchemas(name)));
  const others = requests.filter(({ profile }) => !(profile in packageOfProfile));
  const versions = [...new Set(others.map(({ profile }) => profile))].sort();
  return {
    lines: [
      ...parts.flatMap(({ lines }) => lines),
      ...(others.length > 0 ? [`not checked: ${others.length} requests to versions without schemas, ${versions.join(' and ')}`] : []),
    ],
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function reportOn(sent, profile, { version, validators }) {
  const results = sent.map((request) => validate(request, validators));
  const valid = results.filter((result) => result.valid).length;
  const invalid = results.filter((result) => result.problem);
  const unpublished = new Set(results.filter((result) => !result.valid && !result.problem).map(({ endpoint }) => endpoint));
  const excepted = new Set(results.map(({ endpoint }) => endpoint).filter((endpoint) => endpoint in exceptions));
  return {
    lines: [
      `requests checked against rest-typings ${version}: ${valid} valid of ${valid + invalid.length} checked of ${sent.length} sent`,
      ...[...excepted].map((endpoint) => `    with an exception: ${endpoint}: ${exceptions[endpoint].reason}`),
      ...(unpublished.size > 0 ? [`    without a published validator: ${[...unpublished].sort().join(', ')}`] : []),
    ],
    problems: [
      ...new Set(invalid.map(({ endpoint, problem }) => `invalid for ${profile}: ${endpoint}: ${problem}`)),
      ...(valid + invalid.length === 0 ? [`nothing to check for ${profile}: the tests have recorded no request that has a validator`] : []),
    ],
  };
}
