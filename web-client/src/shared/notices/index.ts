export { NoticesContext, useNotices, type Notice } from './NoticesContext';
export { STORED_NOTICES, UNREAD_NOTICES, useUnreadNotices } from './unread';
export { useCopy } from './useCopy';
