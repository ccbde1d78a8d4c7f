import { kindOf } from './kind';

export interface PreparedImage {
  blob: Blob;
  width: number;
  height: number;
}

/** Why a file cannot be sent as a picture. */
export type ImageFault = 'wrongType' | 'heic' | 'damaged' | 'tooLarge' | 'tooManyPixels';

export class ImageProblem extends Error {
  override readonly name = 'ImageProblem';

  constructor(readonly fault: ImageFault) {
    super(fault);
  }
}

/** What a browser may be asked to read at all. */
const LARGEST_FILE_BYTES = 60 * 1024 * 1024;
const MOST_PIXELS = 100_000_000;
/** Smaller files go as they are: the server removes what is not picture. */
const SMALL_BYTES = 1024 * 1024;
const QUALITY = 0.85;

/** Makes a file fit to be sent: upright, no side longer than `side`, a JPEG unless it is small already. Rejects with an {@link ImageProblem}. */
export async function prepareImage(file: Blob, side: number): Promise<PreparedImage> {
  if (file.size > LARGEST_FILE_BYTES) {
    throw new ImageProblem('tooLarge');
  }
  const kind = kindOf(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  if (kind === null || kind === 'heic') {
    throw new ImageProblem(kind ?? 'wrongType');
  }
  const picture = await decode(file);
  try {
    const { width, height } = picture;
    if (width * height > MOST_PIXELS) {
      throw new ImageProblem('tooManyPixels');
    }
    const scale = Math.min(1, side / Math.max(width, height));
    return scale === 1 && file.size <= SMALL_BYTES
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
