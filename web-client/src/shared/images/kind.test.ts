import { expect, test } from 'vitest';
import { kindOf } from './kind';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['\u00ff\u00d8\u00ff\u00e0', 'jpeg'],
  ['\u0089PNG\r\n\u001a\n', 'png'],
  ['GIF89a', 'gif'],
  ['RIFF....WEBPVP8 ', 'webp'],
  ['....ftypheic', 'heic'],
  ['....ftypmif1', 'heic'],
  ['....ftypisom', null],
  ['RIFF....WAVE', null],
  ['<svg xmlns="http', 'svg'],
  ['\u00ef\u00bb\u00bf<?xml version="1.0"?>\n<!-- a heart -->\n<!DOCTYPE svg>\n<svg>', 'svg'],
  ['<p><svg>', null],
  ['<svgs>', null],
  ['<html>', null],
  ['', null],
])('%j is %s', (head, kind) => {
  expect(kindOf(bytes(head))).toBe(kind);
});
