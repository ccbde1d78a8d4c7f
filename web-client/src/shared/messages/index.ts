export { MessagesContext, useMessages } from './MessagesContext';
