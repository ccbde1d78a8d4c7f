export interface TextPart {
  text: string;
  /** Null: plain text. */
  href: string | null;
}

// No white space, no quotes or brackets, and none of the characters that turn the direction of text, which would make an address lie.
const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^[\]\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/giu;
const TRAILING = /[.,;:!?*_~]$/u;

/** Cuts a text into plain parts and links to pages of the web. */
export function linksIn(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  const plainUpTo = (end: number) => {
    if (end > done) {
      parts.push({ text: text.slice(done, end), href: null });
    }
  };
  for (const match of text.matchAll(ADDRESS)) {
    const found = withoutTrailing(match[0]);
    const href = hrefOf(found);
    if (href !== null) {
      plainUpTo(match.index);
      parts.push({ text: found, href });
      done = match.index + found.length;
    }
  }
  plainUpTo(text.length);
  return parts;
}

/** Punctuation after an address is not part of it; a closing bracket is when it closes one of the address. */
function withoutTrailing(address: string): string {
  let end = address.length;
  const count = (character: string) => address.slice(0, end).split(character).length - 1;
  for (;;) {
    const last = address[end - 1] ?? '';
    if (TRAILING.test(last) || (last === ')' && count(')') > count('('))) {
      end -= 1;
    } else {
      return address.slice(0, end);
    }
  }
}

function hrefOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const web = url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
  // A name before an @ makes an address look like another one.
  return web && url.username === '' && url.password === '' ? url.href : null;
}
