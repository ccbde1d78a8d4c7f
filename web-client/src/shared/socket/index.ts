export * from './events';
export { LiveSocket } from './LiveSocket';
export { OnlineUsers } from './OnlineUsers';
export { SocketContext, useOnline, useResync, useSocket, useSocketEvent, useSocketState } from './SocketContext';
