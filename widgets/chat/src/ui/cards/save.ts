/** Hands a file to the browser to be kept; its name says nothing of what is in it. */
export function save(file: Blob, name: string, beside: HTMLElement): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  beside.after(link);
  link.click();
  link.remove();
  // Some browsers read the file only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
