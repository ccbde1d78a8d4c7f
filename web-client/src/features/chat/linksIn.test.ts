import { expect, test } from 'vitest';
import { linksIn } from './linksIn';

function marked(text: string): string {
  return linksIn(text)
    .map((part) => (part.href === null ? part.text : `[${part.text}]`))
    .join('');
}

test.each([
  ['see https://example.org/a?b=c#d.', 'see [https://example.org/a?b=c#d].'],
  ['(http://example.org), https://example.org!', '([http://example.org]), [https://example.org]!'],
  ['HTTPS://EXAMPLE.ORG', '[HTTPS://EXAMPLE.ORG]'],
  ['two\nhttps://example.org\nlines', 'two\n[https://example.org]\nlines'],
  ['https://en.wikipedia.org/wiki/Asthma_(disease)', '[https://en.wikipedia.org/wiki/Asthma_(disease)]'],
  ['(see https://example.org/a_(b)).', '(see [https://example.org/a_(b)]).'],
  ['https://example.org/a_(b), https://c.example/)', '[https://example.org/a_(b)], [https://c.example/])'],
  ['', ''],
])('finds addresses of the web in %j', (text, expected) => {
  expect(marked(text)).toBe(expected);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'www.example.org',
  'https://',
  'https://user@example.org',
  'https://paypal.com@example.org',
])('leaves %j as text', (text) => {
  expect(linksIn(text)).toEqual([{ text, href: null }]);
});

test('an address ends where the direction of text is turned', () => {
  expect(marked('https://example.org/\u202egpj.exe')).toBe('[https://example.org/]\u202egpj.exe');
});

test('nothing of the text is lost', () => {
  const text = 'a https://one.example b http://x@y https://two.example?';
  expect(
    linksIn(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
