import { Icon } from '@sovinto/ui/icons/Icon.tsx';
import { size } from '@sovinto/ui/size.ts';
import { CircleAlert, FileUp } from 'lucide';
import type { Upload } from '../sdk/uploads.ts';
import { useView } from './view.ts';

/** A file that is under way, or that did not arrive, with why and what can be done. */
export function UploadLine({ upload }: { upload: Upload }) {
  const view = useView();
  const { state, sender, attachment } = view.texts.value;
  const { uploads } = view.session;
  const failed = upload.state === 'failed';
  return (
    <div class="message from-debtor first held">
      <p class="unseen">{sender.you}</p>
      <div class="bubble attachment">
        <Icon of={FileUp} small />
        <span>{failed ? attachment.file : attachment.sending}</span>
        <span class="attachment-facts">{size(view.language.value, upload.size)}</span>
        {!failed && (
          <progress max={1} value={upload.part} aria-label={attachment.sending} class="progress" />
        )}
      </div>
      {failed && (
        <p class="unsent" role="alert">
          <Icon of={CircleAlert} small />
          <span>{upload.detail || attachment.failed}</span>
          {upload.passing && (
            <button type="button" class="again" onClick={() => uploads.retry(upload.id)}>
              {state.retry}
            </button>
          )}
          <button type="button" class="again" onClick={() => uploads.remove(upload.id)}>
            {attachment.remove}
          </button>
        </p>
      )}
    </div>
  );
}
