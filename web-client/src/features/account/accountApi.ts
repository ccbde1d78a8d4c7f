import { api, isProblem, nothing, userReplySchema } from '@/shared/api';
import type { components } from '@/shared/api/openapi';

export async function logIn(email: string, password: string) {
  return (await api.post('/api/auth/login', userReplySchema, { body: { email, password } })).user;
}

/**
 * Makes an account. Where an earlier try was not answered it may be there already, and whoever knows its password goes on with it.
 * @param unanswered whether there was such a try
 */
export async function signUp(body: components['schemas']['SignUpRequest'], unanswered: boolean) {
  try {
    return (await api.post('/api/auth/signup', userReplySchema, { body })).user;
  } catch (error) {
    if (unanswered && isProblem(error, 'email_taken')) {
      return logIn(body.email, body.password).catch(() => {
        throw error;
      });
    }
    throw error;
  }
}

export function changePassword(currentPassword: string, newPassword: string) {
  return api.post('/api/auth/password', nothing, { body: { currentPassword, newPassword } });
}
