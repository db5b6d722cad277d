import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['lib', 'style', '*.mjs', '*.config.ts'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      curly: 'error',
      eqeqeq: 'error',
      // Numbers in template strings are harmless and common in views.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }]
    }
  },
  // The signals of JupyterLab take a method and its `this`.
  {
    files: ['src/*.ts', 'src/inspector/**', 'src/timeline/**', 'src/dashboard/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' }
  },
  // Comm data is `any` until it is checked; tests build such data on purpose.
  { files: ['tests/**'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } }
);
