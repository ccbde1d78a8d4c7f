export { api, download, nothing, onUnauthenticated } from './client';
export { useNextPage, usePages, type Page } from './paging';
export { useAllPages } from './useAllPages';
export { ApiProblem, isProblem, type ProblemCode } from './problem';
export * from './shapes';
export { upload } from './upload';
