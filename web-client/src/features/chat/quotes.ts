const MARK = '> ';
const LONGEST = 200;

export interface Part {
  quoted: boolean;
  text: string;
}

/** The text as the beginning of an answer to it: each line behind a mark, as in mails, and cut when it is long. */
export function quote(text: string): string {
  // eslint-disable-next-line @typescript-eslint/no-misused-spread -- between code points is well enough
  const whole = [...withoutQuotes(text)];
  const short = whole.length > LONGEST ? `${whole.slice(0, LONGEST).join('')}…` : whole.join('');
  return `${short
    .split('\n')
    .map((line) => MARK + line)
    .join('\n')}\n`;
}

/** What of a text is quoted, and what is not, in order. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const line of text.split('\n')) {
    const quoted = line.startsWith(MARK);
    const words = quoted ? line.slice(MARK.length) : line;
    const last = parts.at(-1);
    if (last?.quoted === quoted) {
      last.text += `\n${words}`;
    } else {
      parts.push({ quoted, text: words });
    }
  }
  return parts;
}

/** The own words of a text; all of it when there are no others. */
export function withoutQuotes(text: string): string {
  const own = partsOf(text)
    .flatMap(({ quoted, text: words }) => (quoted ? [] : [words]))
    .join('\n')
    .trim();
  return own === '' ? text : own;
}
