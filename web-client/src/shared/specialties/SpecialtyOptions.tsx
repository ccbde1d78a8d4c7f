import { useSpecialties } from './useSpecialties';

/** Suggestions for a field whose `list` names them. */
export function SpecialtyOptions({ id }: { id: string }) {
  const { names } = useSpecialties();
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
