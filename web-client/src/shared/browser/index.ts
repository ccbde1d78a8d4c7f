export { browserLocales, compareNames, firstCharacter, formatNumber, localesOf } from './locales';
export { holdAlone } from './locks';
export { saveFile } from './saveFile';
export { deviceStorage, guarded, tabStorage, type KeyValueStorage } from './storage';
export { openTabChannel, type TabChannel } from './tabs';
export { allZones, dateFormat, deviceZone, knowsZone } from './zones';
export { useOffline } from './useOffline';
export { forgetCopies, installWorker } from './worker';
export { fold, searchWords } from './fold';
