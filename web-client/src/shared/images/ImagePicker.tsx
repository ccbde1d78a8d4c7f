import type { RefObject } from 'react';

/** Lets the person choose a picture, once a button has clicked it; the button is what people see. */
export function ImagePicker({
  picker,
  onPick,
}: {
  picker: RefObject<HTMLInputElement | null>;
  onPick: (file: File) => void;
}) {
  return (
    <input
      ref={picker}
      type="file"
      hidden
      tabIndex={-1}
      aria-hidden
      accept="image/jpeg,image/png,image/webp,image/gif"
      onChange={({ target }) => {
        const file = target.files?.[0];
        target.value = '';
        if (file !== undefined) {
          onPick(file);
        }
      }}
    />
  );
}
