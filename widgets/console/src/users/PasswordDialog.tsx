import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { Check, Copy } from 'lucide';
import { useState } from 'preact/hooks';
import { Dialog } from '../frame/Dialog.tsx';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill } from '../words/texts.ts';
import type { StaffUser } from './wire.ts';

interface Props {
  user: StaffUser;
  password: string;
  onClose: () => void;
}

/** It is said this once and kept nowhere. */
export function PasswordDialog({ user, password, onClose }: Props) {
  const texts = usePageTexts('users').password;
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard?.writeText(password).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Dialog title={fill(texts.title, { name: user.name })} stays onClose={onClose}>
      <p>{texts.once}</p>
      <div class="password">
        <code>{password}</code>
        <button type="button" class="button" onClick={copy}>
          <Icon of={copied ? Check : Copy} small />
          {copied ? texts.copied : texts.copy}
        </button>
      </div>
      <div class="dialog-acts">
        <button type="button" class="button primary" data-first onClick={onClose}>
          {texts.done}
        </button>
      </div>
    </Dialog>
  );
}
