import { useMutation } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, userReplySchema } from '@/shared/api';
import { useSession } from '@/shared/session';

/** What a change answers with is read anew as the signed-in person. */
const anything = v.unknown();

/** Saves one's own profile, and shows it everywhere. */
export function useSaveProfile(path: '/api/doctors/me' | '/api/patients/me', onSaved: () => void) {
  const { signedIn } = useSession();
  return useMutation({
    mutationFn: async (body: object) => {
      await api.put(path, anything, { body });
      return (await api.get('/api/auth/me', userReplySchema)).user;
    },
    onSuccess: (user) => {
      onSaved();
      signedIn(user);
    },
  });
}
