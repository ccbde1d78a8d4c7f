export { SlotPicker } from './SlotPicker';
export { daysOf as daysOfSlots, neighbour, slotAtQuery, type SlotDay, slotsQuery } from './slots';
