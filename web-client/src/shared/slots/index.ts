export { SlotPicker } from './SlotPicker';
export { firstSlotsQuery, neighbour, slotAtQuery, type SlotDay, slotsQuery, weekOf as weekOfSlots } from './slots';
