import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import compat from 'eslint-plugin-compat';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

/** The layers, top to bottom: a module imports from its own layer and from those below it. */
const layers = [
  'board',
  'embed',
  'published',
  'frame',
  'story',
  'scenes',
  'controllers',
  'styles',
  'core',
];

/** Files of one layer may not import from the layers above it; story and scenes do not know each other. Languages need only types, and are loaded when they are asked for. */
const layerRules = layers.map((layer, at) => {
  const above = layers.slice(0, at);
  if (layer === 'story') above.push('scenes');
  return {
    files: [`src/${layer}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(above.length
              ? [
                  {
                    regex: `^(\\.\\./)+(${above.join('|')})/`,
                    message: `The layer "${layer}" imports only from itself and from the layers below it.`,
                  },
                ]
              : []),
            ...(layer === 'controllers'
              ? []
              : [
                  {
                    regex: '^(scrollama|gsap)(/|$)',
                    message: 'Only the controllers import Scrollama and GSAP.',
                  },
                ]),
            ...(layer === 'core'
              ? [{ regex: '^lit(/|$)', message: 'The core is pure: no Lit, no DOM.' }]
              : []),
          ],
        },
      ],
    },
  };
});

export default defineConfig(
  {
    ignores: [
      'dist/**',
      'coverage/**',
      'storybook-static/**',
      '.vitepress/{cache,dist}/**',
      'test/packages/**',
      'test/hosts/hostile/libraries/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    // End-to-end tests hand functions to the page, where the browser's names hold.
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['{src,test,stories,.storybook}/**/*.ts'],
    extends: [
      js.configs.recommended,
      ts.configs.recommendedTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
    ],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Text is bound as `.textContent`, so that a translator cannot detach it, which this rule does not know. axe checks names.
      'lit-a11y/accessible-name': 'off',
      'no-undef': 'off', // the compiler knows better
      'wc/guard-super-call': 'off', // LitElement always has the callbacks
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    // @open-wc/testing's chai types make every assertion look like a promise
    files: ['{test,stories,.storybook}/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off', // to put a method back in its place
    },
  },
  {
    // Prototype.js and MooTools put functions of another kind in the place of these.
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Array', property: 'from', message: 'Use times() or a spread.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.type='Identifier'][callee.property.name='entries'][callee.object.name!='Object']",
          message: 'Use the second argument of map() or forEach().',
        },
      ],
    },
  },
  {
    // What the oldest browsers know that are named in package.json.
    ...compat.configs['flat/recommended'],
    files: ['src/**/*.ts'],
    ignores: ['src/testing/**', 'src/testing.ts'],
  },
  ...layerRules,
  prettier,
);
