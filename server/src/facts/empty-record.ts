import type { CaptionRecord } from './record.ts';

/** The record of an image without words, as a caption without tags. */
export function emptyRecord(file: string): CaptionRecord {
  return {
    id: -1,
    file,
    source: { kind: 'text', text: '', bom: false, size: 0 },
    surfaces: new Uint32Array(),
    norms: new Uint32Array(),
    tokens: 0,
    prose: false,
    style: null,
    clearStyle: null,
    marks: null,
    language: null,
    script: null,
    fields: null,
    separatedBy: null,
    flags: 0,
    isPartlyRead: false,
    isCommaList: true,
    trained: '',
  };
}
