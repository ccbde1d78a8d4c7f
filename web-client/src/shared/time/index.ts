export { currentTime, systemClock, type Clock } from './clock';
export { cityOf, dateIn, OWN_ZONE, plusDays, timesIn, zoneOptions } from './format';
export { useNow, useTimes } from './useTimes';
export { AppointmentTime } from './AppointmentTime';
