// What somebody types as a key's new value, judged before it is sent.
import type { Trans } from '../words';

export type Verdict = { readonly json: string } | { readonly error: string };

/** Whether a text is JSON; the text itself is what is sent, since `1.0` and long numbers would not survive a parse. */
export function judge(text: string, type: string, trans: Trans): Verdict {
  const json = text.trim();
  if (json === '') {
    return { error: trans.__('Type a value as JSON: 5, "text", true, null, [1, 2], {"a": 1}.') };
  }
  try {
    JSON.parse(json);
    return { json };
  } catch (error) {
    return { error: hint(json, type, trans) ?? trans.__('This is not JSON: %1', (error as Error).message) };
  }
}

const WORDS: Record<string, string> = { True: 'true', False: 'false', None: 'null' };

function hint(text: string, type: string, trans: Trans): string | null {
  const word = WORDS[text];
  if (word) {
    return trans.__('JSON says %1 for %2.', word, text);
  }
  if (type === 'str' || /^'.*'$/s.test(text)) {
    const quoted = JSON.stringify(text.replace(/^'(.*)'$/s, '$1'));
    return trans.__('A text needs double quotes: %1', quoted);
  }
  return null;
}
