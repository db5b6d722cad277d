import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['lib', '*.mjs', '*.config.ts'] },
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
  // Comm data is `any` until it is checked; tests build such data on purpose.
  { files: ['tests/**'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } }
);
