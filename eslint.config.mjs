import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['build/', 'coverage/', 'src/proto/gen/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers and bigints read well in messages.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // A module that is loaded late is `require`d, since `import()` remembers a failure: src/common/late_module.ts.
      '@typescript-eslint/no-require-imports': [
        'error',
        {
          allow: [
            '^\\.{1,2}/',
            '^google-auth-library$',
            '^@grpc/grpc-js$',
            '^@google-cloud/bigtable(/build/src/v2/bigtable_client\\.js)?$',
            '^@google-cloud/functions-framework/testing$',
          ],
        },
      ],
      // A callback whose type returns nothing may be what it calls: `onClick={() => step(1)}`.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreVoidReturningFunctions: true },
      ],
      // `_name` marks a parameter that an interface asks for and this implementation does not need.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // An index into a typed array is checked where it is computed; `!` says so without a branch in the hot path.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Tests also write values that a generated enum does not have.
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-enum-assignment': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        require: 'readonly',
        module: 'writable',
        exports: 'writable',
        __dirname: 'readonly',
        fetch: 'readonly',
        structuredClone: 'readonly',
      },
    },
  },
);
