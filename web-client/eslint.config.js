import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const features = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** app → features → shared, and a feature knows no other feature. */
const oneWay = [
  { target: './src/shared', from: './src/features', message: 'shared knows no feature.' },
  { target: './src/shared', from: './src/app', message: 'shared does not know the app.' },
  { target: './src/features', from: './src/app', message: 'Features do not know the app.' },
  ...features.map((feature) => ({
    target: `./src/features/${feature}`,
    from: './src/features',
    except: [`./${feature}`],
    message: 'Features do not know each other; what two need is offered by shared.',
  })),
];

/** Letters other than the product's name, where people would read them: their words stand in the files of each language. */
const LETTERS = '[value=/^(?!\\s*Health Connect\\s*$).*\\p{L}/su]';
const READ =
  '[name.name=/^(aria-(label|description|roledescription|valuetext|placeholder)|alt|title|placeholder|label|lead|hint|text)$/]';
const literalWords = [
  `JSXText${LETTERS}`,
  ...[':matches(JSXElement, JSXFragment)', `JSXAttribute${READ}`].flatMap((place) =>
    ['', ' > ConditionalExpression', ' > LogicalExpression'].map(
      (inner) => `${place} > JSXExpressionContainer${inner} > Literal${LETTERS}`,
    ),
  ),
  `:matches(JSXElement, JSXAttribute${READ}) > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]`,
  `JSXAttribute${READ} > Literal${LETTERS}`,
].map((selector) => ({ selector, message: 'Words that people read stand in the i18n files, in every language.' }));

/** What may throw in an odd browser, or must be held still by tests, is used in one place each. */
const GUARDED =
  'shared/browser guards it: a language tag, a zone or a storage that the browser refuses must not end a page.';
const CLOCK = 'shared/time has the clock.';
const IDS = 'shared/random makes ids.';
const guardedGlobals = [
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'Intl', 'BroadcastChannel'].map((name) => ({
    name,
    message: GUARDED,
  })),
  { name: 'crypto', message: IDS },
];
const guardedProperties = [
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'Intl', 'BroadcastChannel'].flatMap((property) =>
    ['window', 'self', 'globalThis'].map((object) => ({ object, property, message: GUARDED })),
  ),
  ...['language', 'languages', 'storage', 'locks'].map((property) => ({
    object: 'navigator',
    property,
    message: GUARDED,
  })),
  ...[
    'toLocaleString',
    'toLocaleDateString',
    'toLocaleTimeString',
    'toLocaleUpperCase',
    'toLocaleLowerCase',
    'localeCompare',
  ].map((property) => ({ property, message: GUARDED })),
  { object: 'Date', property: 'now', message: CLOCK },
  { object: 'performance', property: 'now', message: CLOCK },
];

export default tseslint.config(
  { ignores: ['target', 'node_modules', 'screenshots', 'src/shared/api/openapi.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true }, globals: globals.browser },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'import-x/no-restricted-paths': ['error', { zones: oneWay }],
      'import-x/no-cycle': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'What people wrote is text.',
        },
        {
          selector:
            'Program:has(ImportDeclaration[source.value="react-aria-components"]):not(:has(JSXIdentifier[name="AriaLanguage"]))',
          message: 'React Aria speaks the language of the page within AriaLanguage only.',
        },
        ...literalWords,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
      ],
      'no-restricted-globals': ['error', ...guardedGlobals],
      'no-restricted-properties': ['error', ...guardedProperties],
      'no-console': 'error',
    },
  },
  {
    files: [
      'src/**/*.test.{ts,tsx}',
      'src/**/testing/**',
      'src/shared/{browser,random}/**',
      'src/shared/time/clock.ts',
    ],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  { files: ['src/**/*.tsx'], ...jsxA11y.flatConfigs.strict },
  { files: ['public/sw.js'], languageOptions: { globals: globals.serviceworker } },
  {
    files: ['build/**', 'e2e/**', '*.js', '*.ts'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
