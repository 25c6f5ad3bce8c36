// The check of a request against a set of schemas.
import { isDeepStrictEqual } from 'node:util';
import { endpoints, exceptions } from './endpoints.mjs';

/** `endpoint`, and either `valid: true`, or `problem`, or neither where no validator is published. */
export function validate({ method, path, query, body }, validators) {
  const endpoint = endpointOf(method, path);
  if (!(endpoint in endpoints)) {
    return { endpoint, problem: 'is not in tests/contract/endpoints.mjs: say there which validator it has, or that it has none' };
  }
  const known = [endpoints[endpoint] ?? []].flat().map((name) => validators[name]).filter(Boolean);
  if (known.length === 0) {
    return { endpoint };
  }
  const problems = known.map((validator) =>
    (method === 'GET' ? problemOfQuery(validator, query, exceptions[endpoint]) : problemOfBody(validator, body, exceptions[endpoint])));
  return problems.includes(undefined) ? { endpoint, valid: true } : { endpoint, problem: [...new Set(problems)].join('; ') };
}

function endpointOf(method, path) {
  return `${method} ${path.replace(/(?<=\/api\/v1\/settings\/).+/, ':_id').replace(/(?<=\/api\/v1\/method\.call\/).+/, ':method')}`;
}

function problemOfQuery(validator, query, exception) {
  const parsed = parseQuery(query);
  return validator(exception ? exception.asPublished(parsed) : parsed) ? undefined : errorsOf(validator);
}

function problemOfBody(validator, body, exception) {
  const parsed = parseJson(body);
  if (parsed === undefined) {
    return 'the body is not JSON';
  }
  const sent = exception ? exception.asPublished(parsed) : parsed;
  const taken = structuredClone(sent);
  if (!validator(taken)) {
    return errorsOf(validator);
  }
  // A validator turns "5" into 5 in place; in JSON there is no need to send the one for the other.
  return isDeepStrictEqual(taken, sent) ? undefined : `had to be coerced to ${JSON.stringify(taken)}`;
}

/** As the server's parser does it: a name that ends in [], or that is repeated, is an array. */
function parseQuery(text) {
  const query = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const key = name.replace(/\[\]$/, '');
    query[key] = name === key && !(key in query) ? value : [query[key] ?? [], value].flat();
  }
  return query;
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorsOf({ errors }) {
  const texts = (errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`.trim());
  return [...new Set(texts)].join(', ') || 'is not of the shape that this endpoint takes';
}
