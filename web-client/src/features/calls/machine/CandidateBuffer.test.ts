import { describe, expect, it } from 'vitest';
import { CandidateBuffer } from './CandidateBuffer';
import type { Candidate } from './wire';

function of(ufrag: string, name = 'candidate:1'): Candidate {
  return { candidate: name, usernameFragment: ufrag };
}

function sdp(...ufrags: string[]): string {
  return ufrags.map((ufrag) => `m=audio 9 RTP 0\r\na=ice-ufrag:${ufrag}\r\n`).join('');
}

describe('the candidate buffer', () => {
  it('holds candidates until their description, and keeps their order', () => {
    const buffer = new CandidateBuffer();
    expect(buffer.add(of('a', 'one'))).toEqual([]);
    expect(buffer.add(of('b', 'two'))).toEqual([]);
    expect(buffer.add(of('a', 'three'))).toEqual([]);
    expect(buffer.described(sdp('a')).map(({ candidate }) => candidate)).toEqual(['one', 'three']);
    expect(buffer.described(sdp('b')).map(({ candidate }) => candidate)).toEqual(['two']);
  });

  it('reads the fragment of a candidate that names it in its line only', () => {
    const buffer = new CandidateBuffer();
    buffer.described(sdp('a'));
    expect(buffer.add({ candidate: 'candidate:1 1 udp 1 host typ host ufrag b' })).toEqual([]);
    expect(buffer.add({ candidate: 'candidate:1 1 udp 1 host typ host ufrag a' })).toHaveLength(1);
  });

  it('lets a candidate through at once when its description is there', () => {
    const buffer = new CandidateBuffer();
    buffer.described(sdp('a', 'b'));
    expect(buffer.add(of('b'))).toHaveLength(1);
    expect(buffer.add({ candidate: 'of an old client' })).toHaveLength(1);
  });

  it('keeps the newest 100', () => {
    const buffer = new CandidateBuffer();
    for (let i = 0; i < 150; i++) buffer.add(of('a', `candidate:${i}`));
    const kept = buffer.described(sdp('a'));
    expect(kept).toHaveLength(100);
    expect(kept[0]?.candidate).toBe('candidate:50');
  });

  it('lets old candidates push out no new ones', () => {
    const buffer = new CandidateBuffer();
    buffer.described(sdp('old'));
    buffer.described(sdp('now'));
    buffer.add(of('next'));
    for (let i = 0; i < 150; i++) buffer.add(of('old'));
    expect(buffer.described(sdp('next'))).toHaveLength(1);
  });
});
