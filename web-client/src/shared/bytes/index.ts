export { useBytes } from './useBytes';
