import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ClientCapabilities, getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import { severities } from '../../server/src/ground/finding.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { projectRoot } from '../shared.ts';

const read = (name: string): string => readFileSync(path.join(projectRoot, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  contributes: { configuration: { title: string; properties: Record<string, JSONSchema> }[] };
};
const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<
  string,
  JSONSchema
>;

/** What an editor says of a JSON text, "|" being the cursor: labels of completions, and messages of problems. */
async function editorOn(marked: string, schema: JSONSchema) {
  const service = getLanguageService({ clientCapabilities: ClientCapabilities.LATEST });
  const uri = 'file:///settings.json';
  service.configure({ validate: true, schemas: [{ uri: 'schema://tested', fileMatch: ['*'], schema }] });
  const at = marked.indexOf('|');
  const document = TextDocument.create(uri, 'json', 1, marked.replace('|', ''));
  const parsed = service.parseJSONDocument(document);
  const list = at < 0 ? null : await service.doComplete(document, document.positionAt(at), parsed);
  return {
    labels: list?.items.map(({ label }) => label.replaceAll('"', '')) ?? [],
    documentation: list?.items.map(({ documentation }) => documentation) ?? [],
    problems: (await service.doValidation(document, parsed)).map(({ message }) => message),
  };
}

const sidecar = JSON.parse(read('media/sidecar.schema.json')) as JSONSchema & {
  properties: Record<string, JSONSchema>;
};

describe('settings of the manifest', () => {
  it('have their texts in both languages', () => {
    for (const name of ['package.nls.json', 'package.nls.ja.json']) {
      const texts = JSON.parse(read(name)) as Record<string, string>;
      const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]);
      assert.ok(used.length > 100);
      assert.deepEqual(
        used.filter((key) => texts[key] === undefined),
        [],
        name,
      );
      assert.deepEqual(
        Object.keys(texts).filter((key) => !used.includes(key)),
        [],
        `${name} has texts that nothing shows`,
      );
    }
  });

  const schemas = { manifest: settings['tagmetry.rules'], sidecar: sidecar.properties.rules };
  for (const [name, schema] of Object.entries(schemas)) {
    it(`complete every rule and its severities (${name})`, async () => {
      const { labels, documentation } = await editorOn('{ "|": "off" }', schema);
      for (const { id } of rules) assert.ok(labels.includes(id), id);
      assert.ok(documentation.every((text) => text !== undefined && text !== ''));
      const values = await editorOn(`{ "${rules[0].id}": "|" }`, schema);
      for (const severity of [...severities, 'off']) assert.ok(values.labels.includes(severity), severity);
    });
    it(`find fault with unknown rules, severities and options (${name})`, async () => {
      const plain = rules.find(({ options }) => options === undefined);
      const rich = rules.find(({ options }) => options !== undefined);
      assert.ok(plain && rich?.options);
      const [option, value] = Object.entries(rich.options.defaults)[0];
      const good = [
        `{ "${plain.id}": "hint" }`,
        `{ "${plain.id}": { "severity": "off" } }`,
        `{ "${rich.id}": { "severity": "error", "${option}": ${JSON.stringify(value)} } }`,
      ];
      for (const text of good) assert.deepEqual((await editorOn(text, schema)).problems, [], text);
      const bad = [
        '{ "no-such-rule": "off" }',
        `{ "${plain.id}": "loud" }`,
        `{ "${plain.id}": { "${option}": 1 } }`,
        `{ "${rich.id}": { "no-such-option": 1 } }`,
        `{ "${rich.id}": { "${option}": {} } }`,
      ];
      for (const text of bad) assert.ok((await editorOn(text, schema)).problems.length > 0, text);
    });
  }
});
