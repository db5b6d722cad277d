// The button that copies a program text.
const THANKS_MS = 1500;

export async function copyCode(button: HTMLButtonElement): Promise<void> {
  const code = button.closest('.jss-code')?.querySelector('code');
  const text = code?.textContent ?? '';
  const copied = await write(text, code);
  button.textContent = copied ? 'Copied' : 'Press Ctrl+C';
  setTimeout(() => {
    button.textContent = 'Copy';
  }, THANKS_MS);
}

/** Where the page may not write to the clipboard, select the text for the person to do it. */
async function write(text: string, code: Element | null | undefined): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (code) {
      window.getSelection()?.selectAllChildren(code);
    }
    return false;
  }
}
