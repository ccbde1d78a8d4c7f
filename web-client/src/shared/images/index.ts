export { AvatarEditor } from './AvatarEditor';
export { BlobImage } from './BlobImage';
export { useImageText } from './imageText';
export { ImageProblem, prepareImage, type PreparedImage } from './prepareImage';
