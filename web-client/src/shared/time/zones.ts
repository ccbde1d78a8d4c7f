import { allZones, dateFormat } from '../browser';
import type { Instant } from './format';

/** "New York" of "America/New_York". */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** Whether clocks in both zones show the same at that time. */
export function sameClock(a: string, b: string, at: Instant): boolean {
  const shown = { hour: '2-digit', minute: '2-digit', day: '2-digit', hourCycle: 'h23' } as const;
  const date = new Date(at);
  return a === b || dateFormat('en', a, shown).format(date) === dateFormat('en', b, shown).format(date);
}

/** Every zone, as options to choose from; the given one is among them even if this browser does not know it. */
export function zoneOptions(own: string): { value: string; label: string }[] {
  return [...new Set([own, ...allZones(), 'UTC'])].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));
}
