// What a field of a core widget must hold before its value is sent: required, a pattern, live sending, a hint.
import { element, setAttributes } from './dom';
import { Problem } from './problem';

export interface Rules {
  required?: boolean;
  /** A regular expression, as authors write it for JavaScript. */
  pattern?: string;
  message?: string;
  /** Send after so many milliseconds without a key. */
  live?: number;
  max?: number;
  /** Say how the text is sent, and how long it may be. */
  hint?: boolean;
}

/** What an empty field says that must not be. */
export const MISSING = 'Please fill in this field.';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What checks a field before the form around it is sent; says whether the field is right. */
const checks = new WeakMap<Element, () => boolean>();

export function registerCheck(field: Element, check: () => boolean): void {
  checks.set(field, check);
}

/** Have every field of a form say what is wrong with it; return the first one that is. */
export function firstWrong(form: Element): HTMLElement | null {
  const fields = [...form.querySelectorAll<HTMLElement>('input, textarea, select')];
  const wrong = fields.filter(field => checks.get(field)?.() === false);
  return wrong[0] ?? null;
}

/** Why a text is not right, or null; an empty one only has to be there at all. */
export function problemOf(text: string, { required, pattern, message }: Rules): string | null {
  if (text.trim() === '' && required) {
    return MISSING;
  }
  if (text === '' || !pattern) {
    return null;
  }
  try {
    return new RegExp(pattern, 'us').test(text) ? null : (message ?? `This does not match ${pattern}`);
  } catch {
    return `The rule of this field is no regular expression: ${pattern}`;
  }
}

/** Keeps the rules of one field: what is wrong is told below it and not sent. */
export class Checker {
  readonly #node: HTMLElement;
  readonly #field: Field;
  readonly #problem = new Problem();
  readonly #hint = element('div', 'jss-hint', { 'aria-hidden': 'true' });
  readonly #listeners = new AbortController();
  #rules: Rules = {};
  #sent: string;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(node: HTMLElement, field: Field) {
    this.#node = node;
    this.#field = field;
    this.#sent = field.value;
    node.append(this.#problem.node, this.#hint);
    this.#listen();
    registerCheck(field, () => this.#check(true));
  }

  update(rules: Rules): void {
    this.#rules = rules;
    setAttributes(this.#field, { 'aria-required': rules.required ? 'true' : null });
    this.#showHint();
  }

  /** The kernel gave the field another value. */
  adopt(): void {
    this.#sent = this.#field.value;
    this.#report(null);
    this.#showHint();
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#listeners.abort();
    this.#problem.node.remove();
    this.#hint.remove();
    checks.delete(this.#field);
  }

  get #form(): HTMLElement | null {
    return this.#node.closest<HTMLElement>('.jss-form');
  }

  get #isArea(): boolean {
    return this.#field instanceof HTMLTextAreaElement;
  }

  // The view of the widget listens on the same node, but in the bubbling phase.
  #listen(): void {
    const { signal } = this.#listeners;
    this.#node.addEventListener(
      'change',
      event => {
        this.#onChange(event);
      },
      { capture: true, signal }
    );
    this.#field.addEventListener(
      'input',
      () => {
        this.#onInput();
      },
      { signal }
    );
    this.#field.addEventListener(
      'keydown',
      event => {
        this.#onKey(event as KeyboardEvent);
      },
      { signal }
    );
    for (const name of ['focus', 'blur']) {
      this.#field.addEventListener(
        name,
        () => {
          this.#showHint();
        },
        { signal }
      );
    }
  }

  #onChange(event: Event): void {
    clearTimeout(this.#pause);
    // A form is asked for what is wrong when it is sent: until then it keeps whatever is typed.
    if (!this.#form && !this.#check(true)) {
      event.stopImmediatePropagation();
      return;
    }
    this.#sent = this.#field.value;
    this.#showHint();
  }

  #onInput(): void {
    this.#report(null);
    this.#showHint();
    const { live } = this.#rules;
    if (live === undefined) {
      return;
    }
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      if (this.#check(false)) {
        this.commit();
      }
    }, live);
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#isArea && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      this.commit();
    }
  }

  /** Send what is typed, as leaving the field does. */
  commit(): void {
    this.#field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #check(isComplete: boolean): boolean {
    const problem = problemOf(this.#field.value, this.#rules);
    const isEmpty = this.#field.value.trim() === '';
    this.#report(isEmpty && !isComplete ? null : problem);
    return problem === null;
  }

  #report(problem: string | null): void {
    this.#problem.tell(this.#field, problem);
  }

  #showHint(): void {
    const { hint, live, max } = this.#rules;
    const text = this.#field.value;
    const isFocused = document.activeElement === this.#field;
    const isTyped = text !== this.#sent && live === undefined;
    const parts = [isTyped ? this.#way() : '', max && text ? `${text.length}/${max}` : ''];
    this.#hint.textContent = hint && isFocused ? parts.filter(Boolean).join(' · ') : '';
  }

  #way(): string {
    const key = this.#isArea ? 'Ctrl+Enter' : 'Enter';
    return this.#form ? `${key} submits` : `${key} applies`;
  }
}
