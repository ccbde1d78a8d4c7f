export { lazyPage } from './lazyPage';
export { loading, loadPersistently } from './load';
