import { t } from '../ground/l10n.ts';
import { finish, finishInBreaths, type Steps } from '../ground/steps.ts';
import { reasonText } from '../workspace/reason.ts';
import { type FileReader, reasonOf, type Workspace } from '../workspace/workspace.ts';
import { asCount, asList, asText, isMap, type Json, type JsonMap, jsonSteps } from './json.ts';

/** A tensor as the header describes it. */
export interface Tensor {
  readonly name: string;
  /** As written: `F16`, `BF16`, … */
  readonly dtype: string;
  readonly shape: readonly number[];
}

/** What the header of a `.safetensors` file says. */
export interface SafetensorsHeader {
  /** Bytes of the whole file, and of the header with its length in front. */
  readonly size: number;
  readonly headerSize: number;
  /** `__metadata__`: the format knows texts only. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly tensors: readonly Tensor[];
  /** What is odd about the file and does not keep it from being read, in the display language. */
  readonly notes: readonly string[];
}

/** Why nothing could be read, in the display language. */
export class UnreadableHeader extends Error {}

/** Bytes of a header that are read at the most. The library of the format refuses 100 MB; headers of LoRA files have 50 kB to 5 MB. */
export const mostHeaderBytes = 32_000_000;

/** Bytes before the header: its length, little endian. */
const lengthBytes = 8;

/**
 * Reads the header of a `.safetensors` file: eight bytes of length, then so many bytes of JSON. Nothing behind it is read, whatever the file
 * holds. What a header says is data: a wrong length, deep nesting, repeated keys or numbers that are none end in a message or a note.
 * @throws UnreadableHeader with a message for the user
 */
export async function readHeader(workspace: Pick<Workspace, 'open'>, path: string): Promise<SafetensorsHeader> {
  let file: FileReader;
  try {
    file = await workspace.open(path);
  } catch (error) {
    throw new UnreadableHeader(t('It cannot be read: {0}.', reasonText(reasonOf(error))));
  }
  try {
    const { size } = file;
    if (size < lengthBytes + 2) throw new UnreadableHeader(t('It is no safetensors file: it has {0} bytes.', size));
    const length = lengthOf(await readFully(file, 0, lengthBytes));
    if (length === null || length > size - lengthBytes)
      throw new UnreadableHeader(
        t('It is no safetensors file, or the download is not complete: the header it announces does not fit into it.'),
      );
    if (length > mostHeaderBytes)
      throw new UnreadableHeader(
        t('Its header has {0} MB; up to {1} MB are read.', Math.ceil(length / 1e6), mostHeaderBytes / 1e6),
      );
    return await finishInBreaths(headerSteps(await readFully(file, lengthBytes, length), size));
  } catch (error) {
    if (error instanceof UnreadableHeader) throw error;
    throw new UnreadableHeader(t('It cannot be read: {0}.', reasonText(reasonOf(error))));
  } finally {
    await file.close();
  }
}

async function readFully(file: FileReader, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let have = 0;
  while (have < length) {
    const part = await file.read(offset + have, length - have);
    if (part.length === 0) throw new UnreadableHeader(t('It ends before its header does.'));
    bytes.set(part, have);
    have += part.length;
  }
  return bytes;
}

/** The announced length; null when it is beyond all files. */
function lengthOf(bytes: Uint8Array): number | null {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
  return length > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(length);
}

/**
 * Reads the bytes of a header.
 * @param size bytes of the whole file
 * @throws UnreadableHeader
 */
export const parseHeader = (bytes: Uint8Array, size: number): SafetensorsHeader => finish(headerSteps(bytes, size));

function* headerSteps(bytes: Uint8Array, size: number): Steps<SafetensorsHeader> {
  const notes: string[] = [];
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.includes('\ufffd')) notes.push(t('Some texts of the header are not UTF-8.'));
  const { value, fault, repeated, notNumbers } = yield* jsonSteps(text);
  if (fault?.what === 'too deep') throw new UnreadableHeader(t('Its header nests too deeply to be one of a model.'));
  if (fault?.what === 'too many values')
    throw new UnreadableHeader(t('Its header holds too many values to be one of a model.'));
  if (!isMap(value)) throw new UnreadableHeader(t('It is no safetensors file: its header is no JSON object.'));
  if (repeated.length > 0)
    notes.push(t('Keys stand twice in the header, the last one counts: {0}', repeated.slice(0, 5).join(', ')));
  if (notNumbers > 0) notes.push(t('{0} numbers of the header are none (NaN or infinite).', notNumbers));
  const tensors: Tensor[] = [];
  const metadata = metadataOf(value.get('__metadata__'), notes);
  const data = size - lengthBytes - bytes.length;
  let odd = 0;
  let needed = 0;
  for (const [name, described] of value) {
    if (name === '__metadata__') continue;
    const tensor = isMap(described) ? tensorOf(name, described) : null;
    if (!tensor) {
      odd++;
      continue;
    }
    tensors.push({ name, dtype: tensor.dtype, shape: tensor.shape });
    needed = Math.max(needed, tensor.end);
  }
  if (odd > 0) notes.push(t('{0} entries of the header describe no tensor.', odd));
  if (needed > data)
    notes.push(t('The file is not complete: {0} MB of its weights are missing.', ((needed - data) / 1e6).toFixed(1)));
  return { size, headerSize: lengthBytes + bytes.length, metadata, tensors, notes };
}

function metadataOf(written: Json | undefined, notes: string[]): Map<string, string> {
  const metadata = new Map<string, string>();
  if (written === undefined) return metadata;
  if (!isMap(written)) {
    notes.push(t('The metadata of the file is no JSON object.'));
    return metadata;
  }
  let others = 0;
  for (const [key, value] of written) {
    // The format allows texts only; what other writers put there is taken as its text.
    if (typeof value === 'string') metadata.set(key, value);
    else if (typeof value === 'number' || typeof value === 'boolean') metadata.set(key, String(value));
    else if (value !== null) others++;
  }
  if (others > 0) notes.push(t('{0} entries of the metadata are no texts.', others));
  return metadata;
}

function tensorOf(name: string, described: JsonMap): (Tensor & { readonly end: number }) | null {
  const dtype = asText(described.get('dtype'));
  const shape: number[] = [];
  for (const side of asList(described.get('shape'))) {
    const count = asCount(side);
    if (count === null) return null;
    shape.push(count);
  }
  const [start, end, ...more] = asList(described.get('data_offsets')).map(asCount);
  if (dtype === null || !Array.isArray(described.get('shape'))) return null;
  if (start == null || end == null || more.length > 0 || end < start) return null;
  return { name, dtype, shape, end };
}
