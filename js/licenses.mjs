// What is bundled of others, and on which terms: from the files that esbuild says it has put in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const TERMS = /^(licen[cs]e|copying|notice)/i;

/** What a package holds in turn, compiled, without saying so in its metadata. */
const INSIDE = {
  '@fontsource/material-symbols-rounded':
    'Google offers the font itself, Material Symbols, under the Apache License 2.0:\n' +
    'https://github.com/google/material-design-icons.',
  '@hpcc-js/wasm-graphviz':
    'It holds Graphviz, compiled to WebAssembly, which is licensed under the Eclipse Public License:\n' +
    'https://graphviz.org/license/. The source is at https://gitlab.com/graphviz/graphviz.\n' +
    'It also holds Expat, which is licensed under the MIT License: https://libexpat.github.io/.'
};

function termsIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && TERMS.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8').trim());
}

function describe(folder) {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = [folder, join(folder, 'licenses')]
    .filter(existsSync) // some have the terms of their own parts apart
    .flatMap(place => termsIn(place));
  if (typeof about.license !== 'string') {
    throw new Error(`${about.name} does not say its licence`);
  }
  const author = typeof about.author === 'string' ? about.author : about.author?.name;
  const said =
    texts.length > 0 ? texts : [author ? `Copyright: ${author}` : 'It comes without a text of its licence.'];
  const head = `${about.name} ${about.version}\nLicence: ${about.license}`;
  return [head, ...said, ...(INSIDE[about.name] ? [INSIDE[about.name]] : [])].join('\n\n');
}

/** The notice for these builds of esbuild, made with `metafile: true`. */
export function licenses(results) {
  const used = results
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap(({ inputs }) =>
      Object.entries(inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([path]) => PACKAGE.exec(path)?.[1])
    );
  const folders = [...new Set(used.filter(folder => folder !== undefined && existsSync(folder)))].sort();
  const intro = 'The browser code of jupyter_session_state contains the following packages of others.';
  return [intro, ...folders.map(describe)].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}
