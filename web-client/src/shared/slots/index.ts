export { SlotPicker } from './SlotPicker';
export { daysOf as daysOfSlots, freeAfterQuery, neighbour, slotAtQuery, type SlotDay, slotsQuery } from './slots';
