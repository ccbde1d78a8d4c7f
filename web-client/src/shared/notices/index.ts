export { NoticesContext, useNotices, type Notice, type Notices } from './NoticesContext';
