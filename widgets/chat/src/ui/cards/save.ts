/** Hands data to the browser as a file to be kept; its name says nothing of what is in it. */
export function save(data: unknown, name: string, beside: HTMLElement): void {
  const file = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.json`;
  link.hidden = true;
  beside.after(link);
  link.click();
  link.remove();
  // Some browsers read the file only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
