/** Copies a text. Where the page may not use the clipboard, the old way by selection serves. */
export async function copy(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return bySelection(text, beside);
  }
}

function bySelection(text: string, beside: HTMLElement): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  field.readOnly = true;
  beside.after(field);
  field.select();
  const copied = document.execCommand?.('copy') ?? false;
  field.remove();
  beside.focus();
  return copied;
}
