import { BlobImage } from '@/shared/images';
import type { OutgoingImage } from '../model/ports';
import styles from './images.module.css';

export function UnsentImage({ image, alt }: { image: OutgoingImage; alt: string }) {
  return <BlobImage blob={image.blob} alt={alt} className={styles.picture} width={image.width} height={image.height} />;
}
