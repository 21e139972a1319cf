import type { Client } from '../api/wire.ts';
import { useWords } from '../desk.ts';
import { nowFor } from '../frame/now.ts';
import { moment } from '../words/moment.ts';
import { fill } from '../words/texts.ts';

interface Props {
  at: string;
  client: Client;
  made: boolean;
  onChange: (made: boolean) => void;
}

/** A call was promised: it is only done when somebody says so. */
export function PromisedCall({ at, client, made, onChange }: Props) {
  const { language, texts } = useWords();
  const when = moment(language, at, new Date(nowFor(client)), client.zone);
  return (
    <label class="outcome">
      <input
        type="checkbox"
        checked={made}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{fill(texts.close.call_made, { when })}</span>
    </label>
  );
}
