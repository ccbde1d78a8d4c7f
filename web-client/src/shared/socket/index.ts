export * from './events';
export { LiveSocket, type SocketAddress, type SocketState } from './LiveSocket';
export { OnlineUsers } from './OnlineUsers';
export { SocketContext, useOnline, useResync, useSocket, useSocketEvent, useSocketState } from './SocketContext';
