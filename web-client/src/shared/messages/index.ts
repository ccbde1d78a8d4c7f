export { MessagesContext, useMessages } from './MessagesContext';
export { messagesPath, sendText, sentReply } from './sendText';
