import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../shared.ts';

describe('the guard of the tests', () => {
  const guard = path.join(projectRoot, 'test', 'support', 'no-network.cjs');
  const attempts = [
    "require('net').connect(9, '127.0.0.1')",
    "require('net').connect({ port: 9 })",
    "require('http').get('http://127.0.0.1:9/')",
    "require('https').get('https://localhost:9/')",
    "fetch('http://127.0.0.1:8/').catch(() => {})",
    "require('tls').connect(9)",
    "require('dns').lookup('localhost', () => {})",
    "require('dgram').createSocket('udp4').send('x', 9, '127.0.0.1')",
    "try { require('net').connect(9) } catch {}",
  ];
  for (const attempt of attempts)
    it(`catches ${attempt}`, () => {
      const { status, stderr } = spawnSync(process.execPath, ['--require', guard, '-e', attempt], { encoding: 'utf8' });
      assert.notEqual(status, 0);
      assert.match(stderr, /Nothing may open a network connection/);
    });
  it('lets pipes of this machine be', () => {
    const pipe = "require('net').connect('/no/such/pipe').on('error', () => {})";
    assert.equal(spawnSync(process.execPath, ['--require', guard, '-e', pipe]).status, 0);
  });
});
