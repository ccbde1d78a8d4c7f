export { isOwner, readPush } from './device';
export { usePush } from './usePush';
