const checked = new Map<string, boolean>();

/** Whether this browser knows a time zone; its data may be older than the server's. */
export function knowsZone(zone: string): boolean {
  let known = checked.get(zone);
  if (known === undefined) {
    known = accepts(zone);
    checked.set(zone, known);
  }
  return known;
}

function accepts(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The zone of the device, or UTC where the browser cannot tell it (`Etc/Unknown`). */
export function deviceZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions() as { timeZone?: string };
  return timeZone !== undefined && knowsZone(timeZone) ? timeZone : 'UTC';
}

/** Every zone that this browser knows. */
export function allZones(): readonly string[] {
  const { supportedValuesOf } = Intl as { supportedValuesOf?: typeof Intl.supportedValuesOf };
  return supportedValuesOf?.('timeZone') ?? [];
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format in a zone, or in UTC with its name where the browser does not know the zone. Each is made once: that is slow. */
export function dateFormat(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options]);
  let format = formats.get(key);
  if (format === undefined) {
    const known = knowsZone(zone);
    const labelled = !known && options.hour !== undefined ? { ...options, timeZoneName: 'short' as const } : options;
    format = new Intl.DateTimeFormat(locale, { ...labelled, timeZone: known ? zone : 'UTC' });
    formats.set(key, format);
  }
  return format;
}
