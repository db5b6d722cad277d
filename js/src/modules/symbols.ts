// The icons of the Material set: a font whose ligatures are their names.
import font from '@fontsource/material-symbols-rounded/files/material-symbols-rounded-latin-400-normal.woff2';
import type { HasSymbol } from '../views/symbols';

const FAMILY = 'jss-symbols';
const SIZE = 48;

let ready: Promise<HasSymbol> | undefined;

/** Put the font into the page, once, and return what tells whether it has a picture for a name. */
export function symbols(): Promise<HasSymbol> {
  return (ready ??= load());
}

async function load(): Promise<HasSymbol> {
  document.fonts.add(await new FontFace(FAMILY, font).load());
  const pen = document.createElement('canvas').getContext('2d');
  if (pen) {
    pen.font = `${SIZE}px ${FAMILY}`;
  }
  // A name it has is one picture, as wide as it is high; others are written letter by letter.
  return name => pen !== null && Math.abs(pen.measureText(name).width - SIZE) < 0.5;
}
