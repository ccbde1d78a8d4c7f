export { SpecialtyOptions } from './SpecialtyOptions';
export { useSpecialties } from './useSpecialties';
