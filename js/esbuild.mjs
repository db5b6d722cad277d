// Bundles the widget views: one ES module and one stylesheet, read by the Python side as plain files.
import { build, context } from 'esbuild';

const options = {
  entryPoints: ['src/views/index.ts', 'src/views/views.css'],
  entryNames: 'views',
  outdir: '../jupyter_session_state/_jupyter/views/static',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning'
};

if (process.argv.includes('--watch')) {
  const watcher = await context({ ...options, minify: false, sourcemap: 'inline' });
  await watcher.watch();
} else {
  await build(options);
}
