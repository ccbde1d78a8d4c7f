/** How long the server will find a text: in code points, without the white space around it. */
export function codePoints(text: string): number {
  // What the server counts are code points, not what the eye sees as one.
  // eslint-disable-next-line @typescript-eslint/no-misused-spread
  return [...text.normalize('NFC').trim()].length;
}
