import { type HeaderFacts, plainFacts } from './facts.ts';
import { type HeaderReader, latin1, u16le } from './reader.ts';

const MAX_BLOCKS = 20000;
const WALK_WINDOW = 65536;
/** Counting frames means reading the file; beyond this many bytes the count is left open. */
const WALK_LIMIT = 1 << 20;

/** Reads the screen descriptor of a GIF (GIF89a specification) and walks its blocks to see whether it moves. */
export function readGif(reader: HeaderReader): HeaderFacts {
  const facts = plainFacts('gif');
  const head = reader.exactly(0, 13);
  facts.variant = latin1(head, 3, 6);
  facts.width = u16le(head, 6);
  facts.height = u16le(head, 8);
  facts.colour = 'palette';
  facts.channels = 1;
  const packed = head[10]!;
  facts.bitDepth = (packed & 0x80) !== 0 ? (packed & 7) + 1 : 8;
  const walk = walkBlocks(reader, 13 + ((packed & 0x80) !== 0 ? 3 << ((packed & 7) + 1) : 0), facts);
  facts.frames = walk.complete || walk.cut ? walk.frames : null;
  facts.animated = walk.frames > 1 || (!walk.complete && walk.loops);
  if (walk.cut) facts.damage = 'truncated';
  else if (!walk.complete && !endsWithTrailer(reader)) facts.damage = 'truncated';
  return facts;
}

interface Walk {
  frames: number;
  /** The trailer was reached. */
  complete: boolean;
  /** The file ended inside a block. */
  cut: boolean;
  /** A looping extension was seen: the file means to move. */
  loops: boolean;
}

function walkBlocks(reader: HeaderReader, from: number, facts: HeaderFacts): Walk {
  const walk: Walk = { frames: 0, complete: false, cut: false, loops: false };
  let at = from;
  for (let block = 0; block < MAX_BLOCKS && at < WALK_LIMIT; block++) {
    const head = reader.upTo(at, 12, WALK_WINDOW);
    const kind = head[0];
    if (kind === undefined) {
      walk.cut = !reader.exhausted;
      return walk;
    }
    if (kind === 0x3b) {
      walk.complete = true;
      return walk;
    }
    if (kind === 0x21) {
      if (head[1] === 0xf9 && ((head[3] ?? 0) & 1) === 1 && walk.frames === 0) facts.hasAlpha = true;
      if (head[1] === 0xff && latin1(head, 3, 11) === 'NETSCAPE') walk.loops = true;
      at += 2;
    } else if (kind === 0x2c) {
      walk.frames++;
      if (head.length < 10) {
        walk.cut = true;
        return walk;
      }
      facts.progressive ||= walk.frames === 1 && (head[9]! & 0x40) !== 0;
      at += 10 + ((head[9]! & 0x80) !== 0 ? 3 << ((head[9]! & 7) + 1) : 0) + 1;
    } else {
      // Zero bytes between blocks are common; anything else ends what decoders read.
      if (kind !== 0) return walk;
      at++;
      continue;
    }
    for (let sub = 0; ; sub++) {
      const size = reader.upTo(at, 1, WALK_WINDOW)[0];
      if (size === undefined) {
        walk.cut = !reader.exhausted;
        return walk;
      }
      at += 1 + size;
      if (size === 0) break;
      if (sub >= MAX_BLOCKS || at >= WALK_LIMIT) return walk;
    }
  }
  return walk;
}

function endsWithTrailer(reader: HeaderReader): boolean {
  // Padding after the trailer is common, so the last bytes are searched.
  const tail = reader.upTo(Math.max(0, reader.size - 64), 64, 64);
  return tail.includes(0x3b);
}
