export { NoticesContext, useNotices, type Notice } from './NoticesContext';
