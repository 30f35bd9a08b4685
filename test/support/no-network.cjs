// Loaded before every test, and before the servers that tests start: whoever tries to reach another machine fails at once.
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

/** @param {string} what */
function refuse(what) {
  const error = new Error(`Nothing may open a network connection: ${what}`);
  process.stderr.write(`${error.stack}\n`);
  // Also where somebody catches the error.
  process.exitCode = 99;
  throw error;
}

const connect = net.Socket.prototype.connect;
/** @this {import('node:net').Socket} @param {any[]} args */
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  // A pipe of this machine is named by a path.
  const path = typeof first === 'object' && first !== null ? first.path : typeof first === 'string' ? first : undefined;
  if (typeof path !== 'string' || path === '') refuse(`net.connect ${JSON.stringify(first)}`);
  return Reflect.apply(connect, this, args);
};
for (const name of ['send', 'connect'])
  Object.assign(dgram.Socket.prototype, { [name]: () => refuse(`dgram.${name}`) });
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  Object.assign(dns, { [name]: () => refuse(`dns.${name}`) });
  Object.assign(dns.promises, { [name]: () => refuse(`dns.promises.${name}`) });
}
