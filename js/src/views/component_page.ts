// What runs inside the frame of a component: it builds the page of what the view tells, calls the component's function,
// and says what that sets. Its text goes into the frame, so it uses nothing from outside of itself.

/** What the view tells the frame. */
export interface Told {
  parts: { html: string; css: string; js: string; isolated: boolean };
  data: { json?: unknown; bytes?: string };
  name: string;
  key: string;
  variables: Record<string, string>;
  scheme: string;
  /** Words for the stylesheet: `fills` if the frame says how high it is, `fit` if it is as wide as its content. */
  layout: string;
}

export function runComponent(): void {
  type Cleanup = unknown;
  type Run = (component: object) => Cleanup;
  const say = (op: string, more: object = {}) => {
    window.parent.postMessage({ jss: 'component', op, ...more }, '*');
  };
  const tell = (error: unknown) => {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    say('problem', { text: reason.slice(0, 2000) });
  };

  // -- what the component says: all of one turn goes together
  let state: Record<string, unknown> = {};
  let fired: [string, unknown][] = [];
  let isDue = false;
  const send = () => {
    isDue = false;
    const text = JSON.stringify({ state, fired });
    state = {};
    fired = [];
    say('set', { text });
  };
  const sendSoon = () => {
    if (!isDue) {
      isDue = true;
      setTimeout(send, 0);
    }
  };
  /** A copy as JSON has it; what JSON cannot have is an error right where the component set it. */
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
  const setStateValue = (name: unknown, value: unknown) => {
    state[String(name)] = plain(value);
    sendSoon();
  };
  const setTriggerValue = (name: unknown, value: unknown) => {
    fired.push([String(name), plain(value)]);
    sendSoon();
  };

  // -- the page
  const box = document.createElement('div');
  let root: ShadowRoot | HTMLElement | null = null;
  let run: Promise<Run | undefined> | undefined;
  let cleanup: Cleanup;
  let turns = Promise.resolve();

  const build = ({ html, css, js, isolated }: Told['parts']): ShadowRoot | HTMLElement => {
    document.body.append(box);
    const made = isolated ? box.attachShadow({ mode: 'open' }) : box;
    const style = document.createElement('style');
    style.textContent = css;
    const content = document.createElement('div');
    content.innerHTML = html;
    made.append(style, content);
    // Scripts in HTML that is set this way are dead: new ones in their places run.
    for (const dead of content.querySelectorAll('script')) {
      const script = document.createElement('script');
      for (const { name, value } of dead.attributes) {
        script.setAttribute(name, value);
      }
      script.text = dead.text;
      dead.replaceWith(script);
    }
    if (js) {
      const address = URL.createObjectURL(new Blob([js], { type: 'text/javascript' }));
      run = import(address).then((module: { default?: Run }) => module.default);
    }
    return made;
  };
  const dataOf = ({ json, bytes }: Told['data']): unknown =>
    bytes === undefined ? json : Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0));

  const dress = ({ variables, scheme, layout }: Told) => {
    const page = document.documentElement;
    for (const [name, value] of Object.entries(variables)) {
      page.style.setProperty(name, value);
    }
    page.style.colorScheme = scheme;
    page.className = layout;
  };
  const show = async (told: Told) => {
    root ??= build(told.parts);
    const call = await run;
    if (typeof call === 'function') {
      const made = await call({
        parentElement: root,
        data: dataOf(told.data),
        key: told.key,
        name: told.name,
        setStateValue,
        setTriggerValue
      });
      cleanup = typeof made === 'function' ? made : cleanup;
    } else if (told.parts.js) {
      throw new Error('the script of a component must export a function as its default');
    }
  };

  const measure = () => {
    const { height, width } = box.getBoundingClientRect();
    say('size', { height: Math.ceil(height), width: Math.ceil(Math.max(width, box.scrollWidth)) });
  };
  let shown = '';
  window.addEventListener('message', ({ data, source }: MessageEvent) => {
    const message = data as { jss?: unknown; op?: unknown; told?: Told } | null;
    if (source !== window.parent || message?.jss !== 'component' || message.op !== 'show' || !message.told) {
      return;
    }
    const { told } = message;
    // A component is called when it is shown and when its data changes, not when only the theme does.
    const now = JSON.stringify([told.data, told.parts]);
    const isSame = now === shown;
    shown = now;
    turns = turns.then(async () => {
      try {
        dress(told);
        if (!isSame) {
          await show(told);
        }
        say('shown');
      } catch (error) {
        tell(error);
      }
      measure();
    });
  });
  window.addEventListener('error', ({ error, message }) => {
    tell(error ?? message);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => {
    tell(reason);
  });
  window.addEventListener('pagehide', () => {
    if (typeof cleanup === 'function') {
      (cleanup as () => void)();
    }
  });
  new ResizeObserver(measure).observe(box);
  say('ready');
}

const LOOK = `
html{color:var(--st-text-color);font:var(--st-base-font-size)/1.5 var(--st-font)}
html,body{margin:0;background:transparent}
body>div{display:flow-root}
html.fit body>div{width:max-content}
html.fills,html.fills body,html.fills body>div{height:100%}
:focus-visible{outline:2px solid var(--st-primary-color);outline-offset:-2px}
`;

/** The page of every component: what differs comes by message. */
export function componentPage(): string {
  return `<!doctype html><meta charset="utf-8"><style>${LOOK}</style><body><script>(${String(runComponent)})()</script></body>`;
}
