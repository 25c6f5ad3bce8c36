// Replaces nsupdate if BIND's tools are missing: reads the lines that this recipe writes, and sends one unsigned dynamic update (RFC 2136)
// over TCP. Supports SRV and TXT records.
//
//   printf '%s\n' 'server 127.0.0.1 53' 'zone example.org' 'update add a.example.org. 300 IN TXT "b"' send | node update.mjs

import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

const types = { SRV: 33, TXT: 16, SOA: 6 };
const internet = 1;
const anything = 255;
const codes = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED', 'YXDOMAIN', 'YXRRSET', 'NXRRSET', 'NOTAUTH', 'NOTZONE'];

const short = (number) => [number >> 8, number & 255];
const long = (number) => [...short(number >>> 16), ...short(number & 0xffff)];
const string = (text) => [Buffer.byteLength(text), ...Buffer.from(text)];
const name = (text) => [...text.split('.').filter(Boolean).flatMap(string), 0];

const data = {
  SRV: ([priority, weight, port, target]) => [...[priority, weight, port].flatMap((number) => short(Number(number))), ...name(target)],
  TXT: (strings) => strings.flatMap(string),
};

function record(owner, type, kind, ttl, octets) {
  return [...name(owner), ...short(types[type]), ...short(kind), ...long(ttl), ...short(octets.length), ...octets];
}

function change([action, owner, ...rest]) {
  if (action === 'delete') {
    return record(owner, rest[0], anything, 0, []);
  }
  const [ttl, type, ...fields] = rest.filter((word) => word !== 'IN');
  if (!(type in data)) {
    throw new Error(`records of type ${type} are not supported`);
  }
  return record(owner, type, internet, Number(ttl), data[type](fields));
}

// Words, or strings in quotes; the records of federation have no quotes inside.
const words = (line) => [...line.matchAll(/"([^"]*)"|\S+/g)].map((match) => match[1] ?? match[0]);

const lines = readFileSync(0, 'utf8').split('\n').map(words).filter((line) => line.length > 0);
const [, host, port] = lines.find((line) => line[0] === 'server');
const [, zone] = lines.find((line) => line[0] === 'zone');
const changes = lines.filter((line) => line[0] === 'update').map((line) => change(line.slice(1)));
const message = Buffer.from([
  ...short(process.pid & 0xffff), 5 << 3, 0, ...short(1), ...short(0), ...short(changes.length), ...short(0),
  ...name(zone), ...short(types.SOA), ...short(internet),
  ...changes.flat(),
]);

const socket = connect(Number(port), host, () => socket.write(Buffer.from([...short(message.length), ...message])));
socket.setTimeout(5000, () => socket.destroy(new Error(`the name server ${host} port ${port} did not answer`)));
let answer = Buffer.alloc(0);
socket.on('data', (part) => {
  answer = Buffer.concat([answer, part]);
  if (answer.length >= 14) {
    socket.end();
  }
});
socket.on('error', fail);
socket.on('close', (failed) => {
  const code = answer.length < 14 ? null : codes[answer[5] & 15] ?? answer[5] & 15;
  if (!failed && code !== 'NOERROR') {
    fail(new Error(code === null ? 'the name server closed the connection without an answer' : `the name server refused the update: ${code}`));
  }
});

function fail(error) {
  console.error(error.message);
  process.exitCode = 1;
}
