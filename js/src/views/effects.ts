// Balloons and snow. Their source is an item of some container, hidden there; each run that draws it shows it once.
import { element } from './dom';

const LASTS_MS = 6000;
const MANY: Record<string, number> = { balloons: 30, snow: 60 };
const SIGNS: Record<string, string[]> = { balloons: ['🎈'], snow: ['❄', '❅', '❆'] };

const shown = new WeakMap<Element, string>();

const STORE = 'jss-effects';
const KEPT = 50;
/** What was shown before this page was loaded anew: its runs are over. */
const past = new Set(remembered());

function remembered(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? '[]') as string[];
  } catch {
    return []; // a page that may keep nothing
  }
}

function remember(run: string): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify([...new Set([...remembered(), run])].slice(-KEPT)));
  } catch {
    // then it is shown once more after the next load
  }
}

/** Show what is new among the effects that are drawn directly in `body`. */
export function showEffects(body: HTMLElement): void {
  for (const source of body.querySelectorAll<HTMLElement>(':scope > .jss-box > .jss-effect')) {
    const run = source.dataset['jssRun'] ?? '';
    const box = source.parentElement ?? source;
    if (shown.get(box) !== run) {
      shown.set(box, run);
      if (past.has(run)) {
        continue;
      }
      remember(run);
      play(source.classList.contains('jss-snow') ? 'snow' : 'balloons', body);
    }
  }
}

/** Whether the person wants no movement. */
function isQuiet(): boolean {
  const { matchMedia } = window as Partial<Window>; // jsdom has none
  return matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}

function play(kind: string, body: HTMLElement): void {
  const app = body.closest<HTMLElement>('.jss-app') ?? body;
  if (isQuiet()) {
    return;
  }
  const signs = SIGNS[kind] ?? [];
  const stage = element('div', `jss-stage jss-stage-${kind}`, { 'aria-hidden': 'true' });
  for (let index = 0; index < (MANY[kind] ?? 0); index += 1) {
    const sign = element('span', 'jss-flake', {}, signs[index % signs.length] ?? '');
    sign.style.setProperty('--jss-x', `${Math.round(Math.random() * 100)}%`);
    sign.style.setProperty('--jss-delay', `${Math.round(Math.random() * 1500)}ms`);
    sign.style.setProperty('--jss-drift', `${Math.round(Math.random() * 160 - 80)}px`);
    sign.style.setProperty('--jss-size', `${(kind === 'snow' ? 0.8 : 2) + Math.random() * 1.4}rem`);
    stage.append(sign);
  }
  app.append(stage);
  stage.popover = 'manual'; // the top layer: an app may be anywhere on the page, and cut off there
  if (typeof stage.showPopover === 'function' && stage.isConnected) {
    stage.showPopover();
  }
  setTimeout(() => {
    stage.remove();
  }, LASTS_MS);
}
