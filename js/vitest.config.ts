import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const nothing = path('./src/modules/grid/nothing.ts');
const environment = 'jsdom';

export default defineConfig({
  test: {
    projects: [
      {
        // The extension of JupyterLab, whose packages need a browser with all of it around them.
        resolve: { alias: [{ find: /^@jupyterlab\/[\w-]+$/, replacement: path('tests/lab/host.tsx') }] },
        test: {
          name: 'lab',
          environment,
          setupFiles: ['tests/setup.ts'],
          include: ['tests/**/*.test.{ts,tsx}']
        }
      },
      {
        // The views, with the same aliases as in esbuild.mjs.
        resolve: {
          alias: {
            marked: nothing,
            'react-number-format': nothing,
            'react-responsive-carousel': nothing,
            'react/jsx-runtime': 'preact/jsx-runtime',
            'react-dom/client': 'preact/compat/client',
            'react-dom': 'preact/compat',
            react: 'preact/compat'
          }
        },
        test: {
          name: 'views',
          environment,
          server: { deps: { inline: [/glide-data-grid/] } },
          include: ['src/**/*.test.ts']
        }
      }
    ]
  }
});
