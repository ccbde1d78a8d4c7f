import { api, nothing } from '@/shared/api';

/** Asks for a mail with a link for a new password. The answer does not tell whether anybody has the address. */
export function askForReset(email: string) {
  return api.post('/api/auth/forgot', nothing, { body: { email } });
}

/** @param token what followed the `#` in the link */
export function confirmEmail(token: string) {
  return api.post('/api/auth/verify', nothing, { body: { token } });
}

/** Asks the owner of an address to confirm it; until then the present one counts. */
export function changeEmail(email: string, password: string) {
  return api.put('/api/me/email', nothing, { body: { email, password } });
}
