export { useSpokenLanguages } from './spokenLanguages';
