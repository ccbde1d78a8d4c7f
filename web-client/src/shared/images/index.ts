export { AvatarEditor } from './AvatarEditor';
export { BlobImage } from './BlobImage';
export { ImagePicker } from './ImagePicker';
export { useImageText } from './imageText';
export { ImageProblem, prepareImage } from './prepareImage';
