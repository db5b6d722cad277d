// Icons in the texts of cells, `:material/NAME: text`, on the canvas. The page has their font when it was asked for it.
import { element } from '../../views/dom';
import type { HasSymbol } from '../../views/symbols';

/** What the page knows of the font. */
export interface PageSymbols {
  look(html: string): void;
  readonly ready: Promise<HasSymbol>;
}

export interface Face {
  icon: string | null;
  text: string;
}

const LEADING = /^\s*:material\/([a-z0-9_]{1,60}):\s*/;

let page: PageSymbols | undefined;
let has: HasSymbol | undefined;

/** Hear of the page's font, and when it comes. */
export function useSymbols(given: PageSymbols, changed: () => void): void {
  page = given;
  void given.ready.then(known => {
    has = known;
    changed();
  });
}

/** An icon at the beginning of a text, and the rest. */
export function faceOf(label: string): Face {
  const found = LEADING.exec(label);
  return found ? { icon: found[1] ?? null, text: label.slice(found[0].length) } : { icon: null, text: label };
}

/** What is read out: the words, or the icon's name where there are none. */
export function wordsOf(label: string): string {
  const { icon, text } = faceOf(label);
  return text || (icon ?? '').replaceAll('_', ' ');
}

/** Have the icons of some HTML drawn. */
export function showIcons(html: string): void {
  page?.look(html); // what `setHtml` asks here is this module's own copy, which knows no notebook
}

function mark(name: string): string {
  return `<span class="jss-symbol" data-jss-symbol="${name}" aria-hidden="true"><span></span></span> `;
}

/** Whether the font has an icon; asks the page for the font if it has none yet. */
export function canDraw(name: string): boolean {
  if (!has) {
    showIcons(mark(name));
  }
  return has?.(name) === true;
}

/** A text as HTML, with its icon. */
export function htmlOf(label: string): string {
  const { icon } = faceOf(label);
  const html = (icon ? mark(icon) : '') + element('span', '', {}, wordsOf(label)).outerHTML;
  showIcons(html);
  return html;
}

export const FONT = 'jss-symbols';
