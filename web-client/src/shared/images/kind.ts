export type ImageKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'heic' | 'svg';

/** How much of a file must be looked at. */
export const HEAD_BYTES = 512;

const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif']);

/** The drawing's own tag, maybe after a declaration, a document type and comments. */
const SVG = /^(?:\u00ef\u00bb\u00bf)?\s*(?:<[?!][^]*?>\s*)*<svg[\s>]/;

/** What a file is by its first bytes; its name and type say what somebody likes. Null: no image that is known. */
export function kindOf(head: Uint8Array): ImageKind | null {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  if (text.startsWith('\u00ff\u00d8\u00ff')) {
    return 'jpeg';
  }
  if (text.startsWith('\u0089PNG\r\n\u001a\n')) {
    return 'png';
  }
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) {
    return 'gif';
  }
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') {
    return 'webp';
  }
  if (text.slice(4, 8) === 'ftyp' && HEIC_BRANDS.has(text.slice(8, 12))) {
    return 'heic';
  }
  return SVG.test(text) ? 'svg' : null;
}
