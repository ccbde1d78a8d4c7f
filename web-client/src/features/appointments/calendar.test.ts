import { describe, expect, it } from 'vitest';
import { icsOf } from './calendar';

const event = {
  uid: 'v1@health.example',
  title: 'Visit with Dr. Vidal',
  startsAt: '2026-12-01T13:30:00.000Z',
  endsAt: '2026-12-01T14:00:00.000Z',
  url: 'https://health.example/visits/v1',
  sequence: 3,
  madeAt: new Date('2026-11-25T10:00:00.000Z'),
};

describe('a visit as an iCalendar file', () => {
  it('has what a calendar needs, with lines that end in CR LF', () => {
    expect(icsOf(event).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Health Connect//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:v1@health.example',
      'DTSTAMP:20261125T100000Z',
      'DTSTART:20261201T133000Z',
      'DTEND:20261201T140000Z',
      'SEQUENCE:3',
      'SUMMARY:Visit with Dr. Vidal',
      'URL:https://health.example/visits/v1',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('escapes what has a meaning of its own', () => {
    expect(icsOf({ ...event, title: 'a\\b;c,d\ne\r\nf' })).toContain('SUMMARY:a\\\\b\\;c\\,d\\ne\\nf\r\n');
  });

  it('folds long lines after at most 75 octets, and between characters', () => {
    const title = 'Ärztin 👩‍⚕️ '.repeat(20).trim();
    const text = icsOf({ ...event, title });
    const lines = text.split('\r\n');
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
  });
});
