export { SlotPicker } from './SlotPicker';
export { firstSlotsQuery, slotAtQuery } from './slots';
