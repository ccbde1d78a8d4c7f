export { appointmentSchema, type Appointment, type AppointmentStatus } from './appointmentShapes';
export { askAgain } from './askAgain';
export { api, download, nothing, onUnauthenticated } from './client';
export { useNextPage, usePages, type Page } from './paging';
export { useAllPages } from './useAllPages';
export { ApiProblem, isProblem, type ProblemCode } from './problem';
export { conversationSchema, messageSchema, type Conversation, type Message } from './messageShapes';
export * from './shapes';
export { upload } from './upload';
