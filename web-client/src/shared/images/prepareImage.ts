import { HEAD_BYTES, kindOf } from './kind';

export interface PreparedImage {
  blob: Blob;
  width: number;
  height: number;
}

/** Why a file cannot be sent as a picture. */
export type ImageFault = 'wrongType' | 'heic' | 'svg' | 'damaged' | 'tooLarge' | 'tooManyPixels';

export class ImageProblem extends Error {
  override readonly name = 'ImageProblem';

  constructor(readonly fault: ImageFault) {
    super(fault);
  }
}

/**
 * The longest side that is worth sending, in pixels. The server keeps 2048 of a picture in a chat; it makes a person's own 512, and
 * twice that leaves it a good choice of what to cut.
 */
const LONGEST_SIDE = { chat: 2048, avatar: 1024 } as const;
/** What a browser may be asked to read at all. */
const LARGEST_FILE_BYTES = 60 * 1024 * 1024;
const MOST_PIXELS = 100_000_000;
/** Smaller files go as they are: the server removes what is not picture. */
const SMALL_BYTES = 1024 * 1024;
const QUALITY = 0.85;

/**
 * Makes a file fit to be sent: upright, not larger than its use needs, a JPEG unless it is small already. Rejects with an
 * {@link ImageProblem}.
 *
 * @param mostBytes what the server takes
 */
export async function prepareImage(
  file: Blob,
  use: keyof typeof LONGEST_SIDE,
  mostBytes: number,
): Promise<PreparedImage> {
  if (file.size > LARGEST_FILE_BYTES) {
    throw new ImageProblem('tooLarge');
  }
  const kind = kindOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (kind === null || kind === 'heic' || kind === 'svg') {
    throw new ImageProblem(kind ?? 'wrongType');
  }
  const prepared = await shrunk(file, LONGEST_SIDE[use], Math.min(SMALL_BYTES, mostBytes));
  if (prepared.blob.size > mostBytes) {
    throw new ImageProblem('tooLarge');
  }
  return prepared;
}

async function shrunk(file: Blob, side: number, small: number): Promise<PreparedImage> {
  const picture = await decode(file);
  try {
    const { width, height } = picture;
    if (width * height > MOST_PIXELS) {
      throw new ImageProblem('tooManyPixels');
    }
    const scale = Math.min(1, side / Math.max(width, height));
    return scale === 1 && file.size <= small
      ? { blob: file, width, height }
      : await drawn(picture, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  } finally {
    picture.close();
  }
}

async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new ImageProblem('damaged');
  }
}

function drawn(picture: ImageBitmap, width: number, height: number): Promise<PreparedImage> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new ImageProblem('tooManyPixels');
  }
  // A JPEG has no transparency; without this it would turn black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new ImageProblem('tooManyPixels')) : resolve({ blob, width, height })),
      'image/jpeg',
      QUALITY,
    );
  });
}
