// Files for the tests of pictures, drawn by the browser itself or made by hand.

/** Draws a picture; noise does not compress, so it is large. */
export async function drawn(
  page,
  { width = 600, height = 300, type = 'image/png', noise = false, name = 'a.png' } = {},
) {
  const bytes = await page.evaluate(
    async ([width, height, type, noise]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d');
      context.fillStyle = '#2266aa';
      context.fillRect(0, 0, width / 2, height);
      for (let at = 0; noise && at < width * height; at += 4) {
        context.fillStyle = `hsl(${(at * 137) % 360} 90% ${20 + ((at * 31) % 60)}%)`;
        context.fillRect(at % width, Math.floor(at / width), 4, 1);
      }
      const blob = await new Promise((done) => canvas.toBlob(done, type, 0.95));
      let text = '';
      for (const byte of new Uint8Array(await blob.arrayBuffer())) {
        text += String.fromCharCode(byte);
      }
      return btoa(text);
    },
    [width, height, type, noise],
  );
  return { name, mimeType: type, buffer: Buffer.from(bytes, 'base64') };
}

const file = (name, mimeType, buffer) => ({ name, mimeType, buffer: Buffer.from(buffer) });

/** What cannot be sent, and what is said of it. */
export const REFUSED = [
  [
    file('photo.heic', 'image/heic', '\0\0\0\x18ftypheic\0\0\0\0'),
    'HEIC photos cannot be sent. Save the photo as JPEG, or take a screenshot of it.',
  ],
  [
    file(
      'heart.svg',
      'image/svg+xml',
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ),
    'SVG drawings cannot be sent. Save the drawing as PNG, or take a screenshot of it.',
  ],
  [
    file('letter.jpg', 'image/jpeg', 'Dear Sir or Madam'),
    'This is not a picture that can be sent. Use JPEG, PNG, WebP or GIF.',
    'This file cannot be sent. Use JPEG, PNG, WebP, GIF or PDF.',
  ],
  [
    file('half.png', 'image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    'This picture is damaged and cannot be read.',
  ],
];
