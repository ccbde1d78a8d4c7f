export { Apart } from './Apart';
export { lazyPage, lazyPart, type LazyPage } from './lazyPage';
export { PageFallback } from './PageFallback';
export { loadPersistently, useLoadingFails } from './load';
