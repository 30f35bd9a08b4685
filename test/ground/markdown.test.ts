import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { code, codeBlock, plain } from '../../server/src/ground/markdown.ts';

/** The most inviting renderer: HTML passes, addresses become links by themselves. */
const renderer = new MarkdownIt({ html: true, linkify: true, typographer: false });

type Token = ReturnType<typeof renderer.parse>[number];

function flat(markdown: string): Token[] {
  const inside = (token: Token): Token[] => [token, ...(token.children ?? []).flatMap(inside)];
  return renderer.parse(markdown, {}).flatMap(inside);
}

const harmless = new Set(['paragraph_open', 'paragraph_close', 'inline', 'text', 'code_inline', 'text_special']);

/** What a reader sees of text that must have become nothing but text. */
function shown(markdown: string): string {
  const tokens = flat(markdown);
  assert.deepEqual(
    tokens.filter(({ type }) => !harmless.has(type)).map(({ type }) => type),
    [],
    markdown,
  );
  return tokens
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('');
}

const attacks = [
  '//www.=',
  'x`` ![p](https://tracker.example/p.png) [run](command:workbench.action.terminal.new) ``y',
  '![a](https:&#47;&#47;tracker.example&#47;f.png)',
  'm](https:&#47;&#47;tracker.example&#47;g.png) ![z',
  '<img src=x onerror=alert(1)>',
  '<https://tracker.example>',
  'https://tracker.example/x www.tracker.example a@tracker.example tracker.com //tracker.com ftp://t.example',
  '[x]: https://tracker.example',
  '[x][y]\n\n[y]: https://tracker.example',
  '&lt;img src=x&gt; &#60;b&#62; &copy;',
  'a\n\n# head\n\n- item',
  '```\n![x](https://tracker.example)\n```',
  '| a | b |\n|---|---|\n| ![x](y) | z |',
  '\\![x](y) \\\\![x](y) \\`x\\`',
  '*a* _b_ **c** ~~d~~ __e__',
  '---',
  '1. x',
  '+ x',
  'x\n===',
  '`',
  '``',
  ' `` ',
  'mailto:x@y.zz',
  '\u2028# x\u0085',
];
const piece = fc.constantFrom(
  ...[
    '!',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '`',
    '``',
    '\\',
    '&#47;',
    '&',
    '*',
    '_',
    '~~',
    '|',
    '\n',
    '\n\n',
    '\r',
    '#',
    '- ',
  ],
  ...['1.', 'https://', 'www.', 'a.com', '@', 'x', ' ', '    ', '\t', '$', '{', '=', ':', '//', '"', "'", '猫', ';'],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(...attacks),
);
const collapsed = (value: string): string =>
  value.replace(/[\s\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]+/gu, ' ').trim();

describe('Markdown of data', () => {
  it('is the text itself and nothing else', () => {
    fc.assert(
      fc.property(text, (data) => {
        // Four blanks at the beginning of a line would be a block of code: no line of ours begins with data.
        assert.equal(collapsed(shown(`x ${plain(data)} x`)), collapsed(`x ${data} x`));
        if (data.trim() !== '') assert.equal(collapsed(shown(plain(data.trim()))), collapsed(data));
      }),
      { numRuns: 5000, examples: attacks.map((attack) => [attack]) },
    );
  });
  it('is the text as code and nothing else', () => {
    fc.assert(
      fc.property(text, text, (data, other) => {
        const tokens = flat(`x ${code(data)} · ${code(other)} x`);
        const codes = tokens.filter(({ type }) => type === 'code_inline').map(({ content }) => collapsed(content));
        assert.deepEqual(codes, [collapsed(data), collapsed(other)]);
        assert.ok(tokens.every(({ type }) => harmless.has(type)));
      }),
      { numRuns: 5000, examples: attacks.map((attack) => [attack, '`']) },
    );
  });
  it('in a block of code stays in it', () => {
    fc.assert(
      fc.property(text, (data) => {
        const types = flat(`${codeBlock('toml', data)}\n\nafter`).map(({ type }) => type);
        assert.deepEqual(types, ['fence', 'paragraph_open', 'inline', 'text', 'paragraph_close']);
      }),
      { numRuns: 1000 },
    );
  });
});
