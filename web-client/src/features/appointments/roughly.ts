/** A span as people say it, rounded up: minutes up to half an hour, then hours, then days. */
export function roughly(minutes: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  if (minutes <= 30) {
    return { unit: 'minutes', count: Math.max(5, Math.ceil(minutes / 5) * 5) };
  }
  const hours = Math.ceil(minutes / 60);
  return hours < 24 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.ceil(minutes / 1440) };
}
