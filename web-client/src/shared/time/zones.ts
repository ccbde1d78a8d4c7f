import { allZones, dateFormat, knowsZone } from '../browser';
import type { Instant } from './format';

/** "New York" of "America/New_York". */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** Whether a clock in the zone shows something else at that time than one in one's own. Of a zone that this browser does not know, nobody can tell. */
export function hasOtherClock(zone: string, own: string, at: Instant): boolean {
  const shown = { hour: '2-digit', minute: '2-digit', day: '2-digit', hourCycle: 'h23' } as const;
  const date = new Date(at);
  const clock = (of: string) => dateFormat('en', of, shown).format(date);
  return zone !== own && knowsZone(zone) && clock(zone) !== clock(own);
}

/** Every zone, as options to choose from; the given one is among them even if this browser does not know it. */
export function zoneOptions(own: string): { value: string; label: string }[] {
  return [...new Set([own, ...allZones(), 'UTC'])].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));
}
