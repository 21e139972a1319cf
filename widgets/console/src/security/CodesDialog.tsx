import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Check, Copy, Download } from 'lucide';
import { useState } from 'preact/hooks';
import { Dialog } from '../frame/Dialog.tsx';
import { usePageTexts } from '../words/pageTexts.ts';

interface Props {
  codes: string[];
  onClose: () => void;
}

/** They are shown this once. */
export function CodesDialog({ codes, onClose }: Props) {
  const { codes: own } = usePageTexts('security');
  const [copied, setCopied] = useState(false);
  const text = codes.join('\n');
  const copy = () =>
    void navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Dialog title={own.title} stays onClose={onClose}>
      <p>{own.text}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div class="security-acts">
        <button type="button" class="button" onClick={copy}>
          <Icon of={copied ? Check : Copy} small />
          {copied ? own.copied : own.copy}
        </button>
        <button type="button" class="button" onClick={() => save(text, own.file)}>
          <Icon of={Download} small />
          {own.save}
        </button>
      </div>
      <div class="dialog-acts">
        <button type="button" class="button primary" data-first onClick={onClose}>
          {own.done}
        </button>
      </div>
    </Dialog>
  );
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
