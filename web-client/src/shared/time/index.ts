export { cityOf, dateIn, OWN_ZONE, plusDays, sameClock, timesIn, zoneOptions, type Instant, type Times } from './format';
export { useNow, useTimes } from './useTimes';
export { VisitTime } from './VisitTime';
