export { lazyPage, lazyPart } from './lazyPage';
export { PageFallback } from './PageFallback';
export { loadPersistently, useLoadingFails } from './load';
