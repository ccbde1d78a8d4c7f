import { useEffect, useRef } from 'react';

/** A picture that is in memory only. Its address lives as long as it is shown. */
export function BlobImage({
  blob,
  alt,
  className,
  width,
  height,
}: {
  blob: Blob;
  alt: string;
  className?: string | undefined;
  width: number;
  height: number;
}) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(blob);
    image.current?.setAttribute('src', url);
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  return <img ref={image} className={className} alt={alt} width={width} height={height} />;
}
