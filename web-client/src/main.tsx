import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { applyTheme } from './shared/theme';

applyTheme();

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no place for the app');
}
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
