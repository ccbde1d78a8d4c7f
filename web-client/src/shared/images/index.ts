export { AvatarEditor } from './AvatarEditor';
export { BlobImage } from './BlobImage';
export { useImageText } from './imageText';
export { prepareImage, type PreparedImage } from './prepareImage';
