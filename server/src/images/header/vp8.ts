import { frameHead } from '../webp/frame-head.ts';

/**
 * The quality setting, 0–100, that a lossy WebP was saved with, from the quantiser of its frame header (RFC 6386, section
 * 9) by inverting libwebp's `QualityToCompression` (quant_enc.c). Other encoders get the equivalent setting.
 * @param frame the frame from its first byte, at least the first hundred bytes
 * @returns null when the frame is no key frame
 */
export function webpQuality(frame: Uint8Array): number | null {
  const head = frameHead(frame);
  if (!head) return null;
  const base = head.quantizer;
  const { quantizers = [], absolute = false } = head.segments ?? {};
  // Segments of one picture differ a little; the middle of them stands for the setting.
  const own = quantizers.map((value) => (absolute ? value : base + value)).sort((a, b) => a - b);
  const index = own.length > 0 ? (own[1]! + own[2]!) / 2 : base;
  const linear = (1 - Math.min(127, Math.max(0, index)) / 127) ** 3;
  const share = linear < 0.5 ? linear * 1.5 : (linear + 1) / 2;
  return Math.round(100 * share);
}
