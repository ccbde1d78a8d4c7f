export { MessagesContext, useMessages, type Messages } from './MessagesContext';
