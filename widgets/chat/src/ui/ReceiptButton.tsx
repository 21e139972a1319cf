import { useSignal } from '@preact/signals';
import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { size } from '@sovinto/ui/size.ts';
import { Paperclip } from 'lucide';
import { useRef } from 'preact/hooks';
import limits from './limits.json';
import { fill } from './texts.ts';
import { useView } from './view.ts';

/** A payload that never leaves the page: a file is chosen here. */
export const SEND_RECEIPT = 'send_receipt';

interface Props {
  title: string;
  able: boolean;
  primary: boolean;
}

/** Opens the device's own choice of files and sends the one that is chosen. */
export function ReceiptButton({ title, able, primary }: Props) {
  const view = useView();
  const { session } = view;
  const input = useRef<HTMLInputElement>(null);
  const wrong = useSignal<string | null>(null);
  const sending = session.uploads.underWay.value.some(({ state }) => state === 'sending');

  const choose = () => {
    const file = input.current?.files?.[0];
    if (!input.current || !file) return;
    const most = size(view.language.value, limits.file_bytes);
    const fits = file.size <= limits.file_bytes;
    wrong.value = fits ? null : fill(view.texts.value.attachment.too_large, { most });
    if (fits) session.uploads.put(file);
    // The same file may be chosen again.
    input.current.value = '';
  };

  return (
    <>
      <button
        type="button"
        class={primary ? 'button primary' : 'button'}
        disabled={!able || sending}
        onClick={() => input.current?.click()}
      >
        <Icon of={Paperclip} small />
        <span>{title}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={limits.file_kinds}
        aria-label={title}
        onChange={choose}
      />
      {wrong.value && (
        <p class="attachment-wrong" role="alert">
          {wrong.value}
        </p>
      )}
    </>
  );
}
