import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/ground/edits.ts';
import { type CheckedConfig, checkConfig } from '../../server/src/rules/check-config.ts';
import type { SettingsInput } from '../../server/src/settings/schema.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { configOfText } from '../../server/src/training/find-config.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

/** A finding that a marked configuration expects. */
export interface ExpectedConfigFinding {
  readonly file: string;
  readonly range: { readonly start: number; readonly end: number };
  readonly rule: string;
}

export interface MarkedConfig {
  /** Texts by name, without marks. The first is checked, with the others in reach. */
  readonly configs: ReadonlyMap<string, string>;
  /** Files of the dataset: captions by text, images by size. */
  readonly files: ReadonlyMap<string, string | { width: number; height: number }>;
  readonly expected: readonly ExpectedConfigFinding[];
}

/** First bytes of a PNG: enough for whoever reads its size only. */
function pngHead(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** `a{1..3}.png` → a1.png, a2.png, a3.png. */
function names(pattern: string): string[] {
  const range = /^(.*)\{(\d+)\.\.(\d+)\}(.*)$/.exec(pattern);
  if (!range) return [pattern];
  const [, before, from, to, after] = range;
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${before}${Number(from) + i}${after}`);
}

/**
 * Reads configurations written inline:
 * ```
 * #| train/{1..4}.png 832x1216          files of the dataset (images by size)
 * #| train/{1..4}.txt ohwx, man         captions by text
 * #= dataset.toml                       begins a file; the first may go without (dataset.toml)
 * max_bucket_reso = 1024
 * #                 ~~~~ small-max-bucket
 * ```
 * `#@0-2 rule` marks characters 0 to 2 of the line above.
 */
export function parseMarkedConfig(source: string): MarkedConfig {
  const configs = new Map<string, string>();
  const files = new Map<string, string | { width: number; height: number }>();
  const expected: ExpectedConfigFinding[] = [];
  let file = 'dataset.toml';
  let text = '';
  let lineStart = 0;
  const close = (): void => {
    if (text !== '') configs.set(file, text);
  };
  const mark = (from: number, to: number, rule: string): number =>
    expected.push({ file, rule, range: { start: lineStart + from, end: lineStart + to } });
  for (const line of source.split('\n')) {
    const data = /^#\| (\S+) (.*)$/.exec(line);
    const named = /^#= (\S+)$/.exec(line);
    const under = /^#( *)(~+) ([\w-]+)/.exec(line);
    const at = /^#@(\d+)-(\d+) ([\w-]+)/.exec(line);
    if (data) {
      const size = /^(\d+)x(\d+)$/.exec(data[2]);
      for (const name of names(data[1]))
        files.set(name, size ? { width: Number(size[1]), height: Number(size[2]) } : data[2]);
    } else if (named) {
      close();
      file = named[1];
      text = '';
    } else if (under) mark(1 + under[1].length, 1 + under[1].length + under[2].length, under[3]);
    else if (at) mark(Number(at[1]), Number(at[2]), at[3]);
    else {
      lineStart = text.length;
      text += `${line}\n`;
    }
  }
  close();
  return { configs, files, expected };
}

export interface CheckedConfigs {
  readonly findings: readonly (CheckedConfig['findings'][number] & { readonly text: string })[];
  readonly byFile: ReadonlyMap<string, CheckedConfig>;
  readonly workspace: MemoryWorkspace;
}

/** Checks every configuration of a marked text with the real engine, in memory. */
export async function checkMarkedConfig(source: string, settings: SettingsInput = {}): Promise<CheckedConfigs> {
  const { configs, files } = parseMarkedConfig(source);
  const workspace = new MemoryWorkspace();
  for (const [name, content] of files)
    workspace.set(`/set/${name}`, typeof content === 'string' ? content : pngHead(content.width, content.height));
  for (const [name, text] of configs) workspace.set(`/set/${name}`, text);
  const byFile = new Map<string, CheckedConfig>();
  const findings: (CheckedConfig['findings'][number] & { text: string })[] = [];
  for (const [name, text] of configs) {
    const config = configOfText(`/set/${name}`, text);
    assert.ok(config, `${name} is not recognised`);
    const checked = await checkConfig(workspace, config, resolveSettings(settings), {
      onFailure: (rule, file, error) => assert.fail(`${rule} threw on ${file}: ${(error as Error).stack}`),
    });
    byFile.set(name, checked);
    for (const finding of checked.findings) findings.push({ ...finding, text });
  }
  return { findings, byFile, workspace };
}

/** Checks a marked configuration: the findings of the rule are exactly the marked ones. */
export async function checkConfigText(
  source: string,
  rule: string,
  settings: SettingsInput = {},
): Promise<CheckedConfigs> {
  const checked = await checkMarkedConfig(source, settings);
  const found = checked.findings.filter((finding) => finding.rule === rule);
  const show = (f: { file: string; range: { start: number; end: number } | null }): string =>
    `${f.file} ${f.range ? `${f.range.start}-${f.range.end}` : 'whole'}`;
  assert.deepEqual(
    found.map(show).sort(),
    parseMarkedConfig(source)
      .expected.filter((e) => e.rule === rule)
      .map(show)
      .sort(),
    found
      .map((f) => `${show(f)} "${f.range ? f.text.slice(f.range.start, f.range.end) : ''}": ${f.message}`)
      .join('\n'),
  );
  return checked;
}

/** The text after the best fix of the rule's first finding; fails when there is none. */
export function fixedText(checked: CheckedConfigs, rule: string): string {
  const finding = checked.findings.find((f) => f.rule === rule && (f.fixes?.length ?? 0) > 0);
  assert.ok(finding?.fixes?.[0], `${rule} offers no fix`);
  return applyEdits(finding.text, finding.fixes[0].edits[0].edits);
}
