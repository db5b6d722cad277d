// Colours by which groups are told apart, that of the page first.
import type { Theme } from './theme';

const LIGHT = [
  '#f08c00',
  '#2f9e44',
  '#c2255c',
  '#7048e8',
  '#0c8599',
  '#a0522d',
  '#5c6b7a',
  '#b8860b',
  '#d6336c'
];
const DARK = [
  '#ffc078',
  '#8ce99a',
  '#faa2c1',
  '#b197fc',
  '#66d9e8',
  '#e0a375',
  '#ced4da',
  '#ffe066',
  '#ff8787'
];

export function palette(theme: Theme): string[] {
  return [theme.accent, ...(theme.dark ? DARK : LIGHT)];
}
