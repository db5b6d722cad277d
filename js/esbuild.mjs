// Bundles the widget views: one ES module and one stylesheet, read by the Python side as plain files. What is large
// and seldom needed is a module of its own, which a page gets when a view first asks for it (src/views/modules.ts).
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, context } from 'esbuild';
import { licenses } from './licenses.mjs';

const common = {
  outdir: '../jupyter_session_state/_jupyter/views/static',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none', // all terms are in one file: licenses.mjs
  metafile: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' }
};

const views = { ...common, entryPoints: ['src/views/index.ts', 'src/views/views.css'], entryNames: 'views' };

/** A stylesheet that a module imports comes with it as a text. */
const stylesheets = {
  name: 'stylesheets',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        minify: true,
        write: false,
        loader: { '.svg': 'dataurl' }
      });
      return { contents: outputFiles[0].text, loader: 'text' };
    });
  }
};

/** A module travels compressed: done here, no kernel has to. The same code gives the same bytes. */
const compressed = {
  name: 'compressed',
  setup(bundler) {
    bundler.onEnd(({ outputFiles = [] }) => {
      mkdirSync(common.outdir, { recursive: true });
      for (const { path, contents } of outputFiles) {
        writeFileSync(`${path}.gz`, gzipSync(contents, { level: 9 }));
      }
    });
  }
};

const MODULES = ['grid', 'charts', 'echarts', 'graphviz', 'symbols', 'coasts'];

const modules = {
  ...common,
  entryPoints: MODULES.map(name => `src/modules/${name}.ts`).filter(existsSync),
  entryNames: '[name]',
  write: false,
  alias: {
    // The grid is written for React; this does the same with a third of the bytes.
    react: 'preact/compat',
    'react-dom': 'preact/compat',
    'react-dom/client': 'preact/compat/client',
    'react/jsx-runtime': 'preact/jsx-runtime',
    'react-number-format': './src/modules/grid/nothing.ts',
    marked: './src/modules/grid/nothing.ts',
    'react-responsive-carousel': './src/modules/grid/nothing.ts'
  },
  loader: { '.woff2': 'binary' },
  plugins: [stylesheets, compressed]
};

const builds = [views, modules].filter(({ entryPoints }) => entryPoints.length > 0);

if (process.argv.includes('--watch')) {
  for (const options of builds) {
    const watcher = await context({ ...options, minify: false, sourcemap: 'inline' });
    await watcher.watch();
  }
} else {
  const results = await Promise.all(builds.map(options => build(options)));
  writeFileSync(join(common.outdir, 'THIRD-PARTY-LICENSES.txt'), licenses(results));
}
