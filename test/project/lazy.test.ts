import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

describe('packages that are loaded on first use', () => {
  it('hand on everything that is imported of them', async () => {
    const { lazyPackages } = (await import('../../tools/build/plugins.mjs')) as {
      lazyPackages: Record<string, string[]>;
    };
    const root = path.resolve('server/src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    let seen = 0;
    for (const file of files) {
      const text = readFileSync(path.join(root, file), 'utf8');
      for (const [, names = '', from = ''] of text.matchAll(/^import \{([^}]*)\} from '([^']+)';/gm)) {
        const given = lazyPackages[from];
        if (!given) continue;
        const values = names.split(',').map((name) => name.trim());
        for (const name of values.filter((one) => one !== '' && !one.startsWith('type '))) {
          seen++;
          assert.ok(given.includes(name.split(' as ')[0] as string), `${file} imports ${name} of ${from}`);
        }
      }
    }
    assert.ok(seen > 10);
  });
});
