// What a cell is, judged by its text alone.
const APP = /^\s*%%stateapp\b[^\S\n]*([^\n]*)/;
const SETUP =
  /^\s*(?:%(?:re)?load_ext[^\S\n]+jupyter_session_state\b|(?:import|from)[^\S\n]+jupyter_session_state\b)/m;

/** Whether a cell is an app. */
export function isApp(source: string): boolean {
  return APP.test(source);
}

/** Whether a cell brings the package into the kernel. */
export function isSetup(source: string): boolean {
  return !isApp(source) && SETUP.test(source);
}

/** The name that an app's cell gives it, or null if it has none of its own. */
export function nameOf(source: string): string | null {
  const words = APP.exec(source)?.[1]?.split(/\s+/) ?? [];
  let skip = false;
  for (const word of words) {
    if (skip) {
      skip = false;
    } else if (word.startsWith('--')) {
      skip = !word.includes('=') && TAKES_VALUE.has(word);
    } else if (word !== '') {
      return word;
    }
  }
  return null;
}

const TAKES_VALUE = new Set(['--scope', '--query', '--on-change']);
