import { ImageProblem, prepareImage } from '@/shared/images';
import type { OutgoingFile } from '../model/ports';

const PDF = '%PDF-';
const ENDING = '.pdf';
/** The server takes 120 code points with the ending. */
const LONGEST_NAME = 110;

/**
 * Makes a file fit to be sent: a picture smaller, a PDF as it is. Rejects with an {@link ImageProblem}.
 *
 * @param mostBytes what the server takes
 */
export async function prepareFile(file: File, mostBytes: number): Promise<OutgoingFile> {
  if ((await file.slice(0, PDF.length).text()) !== PDF) {
    return prepareImage(file, 'chat', mostBytes);
  }
  if (file.size > mostBytes) {
    throw new ImageProblem('tooLarge');
  }
  return { blob: file, name: nameOf(file.name) };
}

/** The name without what no name needs: what cannot be seen, and what makes it longer than names may be. */
function nameOf(name: string): string {
  const seen = name.replace(/\p{C}/gu, '').trim();
  const base = seen.toLowerCase().endsWith(ENDING) ? seen.slice(0, -ENDING.length) : seen;
  // eslint-disable-next-line @typescript-eslint/no-misused-spread -- between code points is well enough
  return `${[...(base === '' ? 'document' : base)].slice(0, LONGEST_NAME).join('')}${ENDING}`;
}
