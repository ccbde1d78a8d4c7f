export { currentTime, systemClock, type Clock } from './clock';
export { plusDays } from './dates';
export { dateIn, OWN_ZONE, timesIn } from './format';
export { cityOf, zoneOptions } from './zones';
export { useNow, useTimes } from './useTimes';
export { useInZone } from './useInZone';
export { AppointmentTime } from './AppointmentTime';
