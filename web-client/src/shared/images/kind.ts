export type ImageKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'heic';

const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif']);

/** What a file is by its first bytes; its name and type say what somebody likes. Null: no image that is known. */
export function kindOf(head: Uint8Array): ImageKind | null {
  const text = String.fromCharCode(...head.subarray(0, 16));
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
  return text.slice(4, 8) === 'ftyp' && HEIC_BRANDS.has(text.slice(8, 12)) ? 'heic' : null;
}
