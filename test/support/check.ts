import assert from 'node:assert/strict';
import type { DatasetIndex } from '../../server/src/dataset/index.ts';
import type { Dataset } from '../../server/src/engine/open-dataset.ts';
import type { Finding } from '../../server/src/ground/finding.ts';
import { withoutExtension } from '../../server/src/ground/paths.ts';
import { type Audit, audit } from '../../server/src/report/audit.ts';
import type { FolderSettings, SettingsLayer } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { parseMarked } from './marked.ts';
import { open } from './open.ts';
import { makePictures, markedScanner, tellsPixels } from './pictures.ts';
import { greyPng } from './png.ts';

/** Where the user's tag list lies. */
const tagListPath = '/lists/tags.csv';

export interface CheckOptions {
  readonly settings?: SettingsLayer;
  /** Only findings of this rule are compared; without it all are. */
  readonly rule?: string;
  /** Files with bytes of their own, such as captions that are not UTF-8. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  /** The user's tag list, in the layout of a1111-sd-webui-tagcomplete. */
  readonly tagList?: string;
  /** Gives each caption without a declared image one of 1024×1024. Default true. */
  readonly addImages?: boolean;
}

export interface Checked extends Audit {
  readonly dataset: Dataset;
  readonly index: DatasetIndex;
  readonly settings: FolderSettings;
  readonly workspace: MemoryWorkspace;
}

/** Audits a folder written inline (see parseMarked) with the real engine, in memory. */
export async function auditMarked(source: string, options: CheckOptions = {}): Promise<Checked> {
  const { files, images } = parseMarked(source);
  const workspace = new MemoryWorkspace();
  const root = '/set';
  const put = new Map<string, string | Uint8Array>([...files, ...Object.entries(options.bytes ?? {})]);
  let seed = 0;
  const pictures = await makePictures(images);
  for (const [file, bytes] of pictures) put.set(file, bytes);
  seed += pictures.size;
  if (options.addImages !== false) {
    for (const file of [...put.keys()]) {
      const stem = withoutExtension(file);
      const has = [...put.keys()].some((other) => other !== file && withoutExtension(other) === stem);
      if (/\.(txt|caption)$/.test(file) && !has) put.set(`${stem}.png`, greyPng(1024, 1024, ++seed));
    }
  }
  for (const [file, content] of put) workspace.set(`${root}/${file}`, content);
  if (options.tagList !== undefined) workspace.set(tagListPath, options.tagList);
  const listed = options.tagList === undefined ? {} : { tagList: [tagListPath] };
  const dataset = await open(workspace, root, {
    origin: { from: 'command-line', detail: null },
    ...options.settings,
    ...listed,
  });
  const result = await audit(workspace, dataset, 'set', {
    images: tellsPixels(images) ? 'standard' : 'headers',
    scanPixels: markedScanner(images, pictures, root),
    onRuleFailure: (rule, file, error) => assert.fail(`${rule} threw on ${file}: ${(error as Error).stack}`),
  });
  return { ...result, dataset, index: dataset.index, settings: dataset.settings, workspace };
}

/** Checks a marked folder: the findings are exactly the marked ones. Returns them for further questions. */
export async function check(source: string, options: CheckOptions = {}): Promise<Checked> {
  const checked = await auditMarked(source, options);
  const { expected } = parseMarked(source);
  const found = checked.findings.filter((finding) => options.rule === undefined || finding.rule === options.rule);
  const show = (f: Pick<Finding, 'file' | 'range' | 'rule'>): string =>
    `${f.file} ${f.range ? `${f.range.start}-${f.range.end}` : 'whole'} ${f.rule}`;
  assert.deepEqual(
    found.map(show).sort(),
    expected.map(show).sort(),
    found.map((f) => `${show(f)}: ${f.message}`).join('\n'),
  );
  for (const wanted of expected) {
    const match = found.find((finding) => show(finding) === show(wanted) && finding.message.includes(wanted.message));
    assert.ok(
      match,
      `${show(wanted)} says "${found.find((f) => show(f) === show(wanted))?.message}", not "${wanted.message}"`,
    );
  }
  return checked;
}
