// The check itself: what is right passes, what is wrong fails, and the table of endpoints names nothing that is not published.
import assert from 'node:assert/strict';
import test from 'node:test';
import { endpoints } from './endpoints.mjs';
import { report } from './report.mjs';
import { loadSchemas, packageOfProfile } from './schemas.mjs';
import { validate } from './validate.mjs';

const [seven, eight] = Object.values(packageOfProfile).map((name) => loadSchemas(name).validators);
const post = (path, body) => ({ method: 'POST', path: `/api/v1/${path}`, query: '', body: JSON.stringify(body) });
const get = (path, query) => ({ method: 'GET', path: `/api/v1/${path}`, query, body: '' });

const right = [
  post('roles.addUserToRole', { roleId: 'owner', username: 'alice', roomId: 'GENERAL' }),
  get('rooms.adminRooms', '?filter=general&types[]=c&types[]=p&count=100&offset=0'),
  get('rooms.adminRooms', '?types=c&types=p'),
  get('users.info', '?username=alice'),
  post('settings/Site_Name', { value: 'x' }),
  post('method.call/saveSettings', { message: '{}' }),
];
for (const request of right) {
  test(`${request.method} ${request.path}${request.query} is valid`, () => assert.equal(validate(request, eight).valid, true));
}

const wrong = [
  [post('roles.addUserToRole', { roleName: 'owner', username: 'alice' }), eight, /additional properties.*roleName/],
  [post('roles.addUserToRole', { roleId: 'owner' }), eight, /required property 'username'/],
  [post('roles.addUserToRole', { roleId: 'owner', username: 5 }), eight, /coerced/],
  [{ ...post('roles.addUserToRole'), body: 'roleId=owner' }, eight, /not JSON/],
  [post('settings', { settings: [] }), eight, /settings must NOT have fewer than 1 items/],
  [post('settings/Site_Name', { values: 'x' }), eight, /shape/],
  [get('users.info', '?name=alice'), eight, /userId/],
  [get('rooms.adminRooms', '?type=c'), seven, /additional properties/],
  [get('rooms.unheardOf', ''), eight, /endpoints\.mjs/],
];
for (const [request, validators, problem] of wrong) {
  test(`${request.method} ${request.path}${request.query} ${request.body} is refused`, () => assert.match(validate(request, validators).problem, problem));
}

test('an endpoint without a published validator is neither valid nor a problem', () =>
  assert.deepEqual(validate(get('me', ''), eight), { endpoint: 'GET /api/v1/me' }));

test('every validator of the table is published', () => {
  const names = Object.values(endpoints).flat().filter(Boolean);
  assert.deepEqual(names.filter((name) => !seven[name] && !eight[name]), []);
});

test('an exception excuses one thing only', () => {
  assert.equal(validate(post('login', { user: 'alice', password: 'x' }), eight).valid, true);
  assert.match(validate(post('login', { user: 5, password: 'x' }), eight).problem, /user must be object/);
  assert.match(validate(post('login', { user: 'alice', password: 'x', remember: true }), eight).problem, /remember/);
});

const each = [{ profile: '7.10', ...right[3] }, { profile: '8.8', ...right[0] }, { profile: '9.0', ...right[0] }];

test('the report counts what is valid, checked and sent', () => {
  const { lines, problems } = report([...each, { profile: '8.8', ...get('me', '') }, { profile: '6.5', ...wrong[0][0] }]);
  assert.deepEqual(problems, []);
  assert.ok(lines.includes('requests checked against rest-typings 8.8.1: 1 valid of 1 checked of 2 sent'));
  assert.ok(lines.includes('not checked: 1 requests to versions without schemas, 6.5'));
});

test('the report names an invalid request and what is wrong with it', () => {
  const { problems } = report([...each, { profile: '8.8', ...wrong[0][0] }]);
  assert.equal(problems.length, 1);
  assert.match(problems[0], /8\.8: POST \/api\/v1\/roles\.addUserToRole: .*roleName/);
});

test('the report complains when there is nothing to check', () => assert.equal(report([each[0]]).problems.length, 2));
