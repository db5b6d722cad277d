// What is wrong with a field, said below it.
import { element, setAttributes, uniqueId } from './dom';

export class Problem {
  readonly node = element('div', 'jss-problem', { id: uniqueId('problem'), 'aria-live': 'polite' });

  /** Say it of a field; null takes it back. */
  tell(field: HTMLElement, problem: string | null): void {
    this.node.textContent = problem ?? '';
    setAttributes(field, {
      'aria-invalid': problem === null ? null : 'true',
      'aria-errormessage': problem === null ? null : this.node.id
    });
  }
}
