import * as v from 'valibot';
import { api, nothing, userSchema } from '@/shared/api';
import type { components } from '@/shared/api/openapi';

const userReply = v.object({ user: userSchema });

export async function logIn(email: string, password: string) {
  return (await api.post('/api/auth/login', userReply, { body: { email, password } })).user;
}

export async function signUp(body: components['schemas']['SignUpRequest']) {
  return (await api.post('/api/auth/signup', userReply, { body })).user;
}

export function changePassword(currentPassword: string, newPassword: string) {
  return api.post('/api/auth/password', nothing, { body: { currentPassword, newPassword } });
}
