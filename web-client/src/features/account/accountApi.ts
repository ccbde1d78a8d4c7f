import { api, nothing, userReplySchema } from '@/shared/api';
import type { components } from '@/shared/api/openapi';


export async function logIn(email: string, password: string) {
  return (await api.post('/api/auth/login', userReplySchema, { body: { email, password } })).user;
}

export async function signUp(body: components['schemas']['SignUpRequest']) {
  return (await api.post('/api/auth/signup', userReplySchema, { body })).user;
}

export function changePassword(currentPassword: string, newPassword: string) {
  return api.post('/api/auth/password', nothing, { body: { currentPassword, newPassword } });
}
