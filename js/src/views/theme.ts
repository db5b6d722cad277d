// The colours and fonts of the page as charts need them: as values, since a canvas knows no variables.

export interface Theme {
  font: string;
  text: string;
  muted: string;
  line: string;
  ground: string;
  accent: string;
  dark: boolean;
  named: Record<string, string>;
}

const NAMED = ['red', 'orange', 'yellow', 'green', 'blue', 'violet', 'gray'];

/** The theme around an element. */
export function themeOf(el: Element): Theme {
  const probe = document.createElement('span');
  probe.style.display = 'none';
  el.append(probe);
  const colour = (value: string) => {
    probe.style.color = value;
    return plain(getComputedStyle(probe).color);
  };
  const ground = colour('var(--jss-ground, #fff)');
  const theme: Theme = {
    font: getComputedStyle(el).fontFamily || 'sans-serif',
    text: colour('var(--jss-fg, #262730)'),
    muted: colour('var(--jss-muted, #5f6368)'),
    line: colour('color-mix(in srgb, var(--jss-fg, #262730) 14%, var(--jss-ground, #fff))'),
    ground,
    accent: colour('var(--jss-accent, #1976d2)'),
    dark: isDark(ground),
    named: Object.fromEntries(NAMED.map(name => [name, colour(`var(--jss-${name}, ${name})`)]))
  };
  theme.named['grey'] = theme.named['gray'] ?? 'gray';
  theme.named['primary'] = theme.accent;
  probe.remove();
  return theme;
}

/** Mixed colours come as `color(srgb 0.1 0.2 0.3)`, which not all who calculate with colours can read. */
function plain(colour: string): string {
  const found = /^color\(srgb ([\d.e+-]+) ([\d.e+-]+) ([\d.e+-]+)(?: \/ ([\d.]+))?\)$/.exec(colour);
  if (!found) {
    return colour;
  }
  const [red, green, blue] = found.slice(1, 4).map(part => Math.round(Number(part) * 255));
  const rest = found[4] === undefined ? '' : `, ${found[4]}`;
  return `${rest ? 'rgba' : 'rgb'}(${String(red)}, ${String(green)}, ${String(blue)}${rest})`;
}

function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Hear when the page has another theme. */
export function onThemeChange(callback: () => void): () => void {
  let before = stamp();
  const watch = new MutationObserver(() => {
    // Stylesheets of a theme come with its name, or right after it.
    requestAnimationFrame(() => {
      const now = stamp();
      if (now !== before) {
        before = now;
        callback();
      }
    });
  });
  const wanted = {
    attributes: true,
    attributeFilter: ['data-jp-theme-name', 'data-jp-theme-light', 'class', 'style']
  };
  watch.observe(document.body, wanted);
  watch.observe(document.documentElement, wanted);
  return () => {
    watch.disconnect();
  };
}

function stamp(): string {
  const { fg, ground } = { fg: '--jp-ui-font-color1', ground: '--jp-layout-color1' };
  const style = getComputedStyle(document.body);
  const name = document.body.dataset['jpThemeName'] ?? '';
  return `${name} ${style.getPropertyValue(fg)} ${style.getPropertyValue(ground)}`;
}
