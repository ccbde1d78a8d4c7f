/** The length of a text as the server counts it: in code points, without surrounding white space. */
export function codePoints(text: string): number {
  // What the server counts are code points, not what the eye sees as one.
  // eslint-disable-next-line @typescript-eslint/no-misused-spread
  return [...text.normalize('NFC').trim()].length;
}
