import account from '@/features/account/i18n/en.json';
import type calls from '@/features/calls/i18n/en.json';
import chat from '@/features/chat/i18n/en.json';
import doctors from '@/features/doctors/i18n/en.json';
import practice from '@/features/practice/i18n/en.json';
import profile from '@/features/profile/i18n/en.json';
import visits from '@/features/visits/i18n/en.json';
import shared from '@/shared/i18n/en.json';
import app from '../i18n/en.json';

/** All words of the product in this language; a feature's words stand under its name. Those of calls come with their code. */
const words = { ...shared, app, account, chat, doctors, practice, profile, visits };
export default words as typeof words & { calls: typeof calls };
