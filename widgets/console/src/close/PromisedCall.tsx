import { useWords } from '../desk.ts';
import { now } from '../frame/now.ts';
import { moment } from '../words/moment.ts';
import { fill } from '../words/texts.ts';

interface Props {
  at: string;
  zone: string | undefined;
  made: boolean;
  onChange: (made: boolean) => void;
}

/** A call was promised: it is only done when somebody says so. */
export function PromisedCall({ at, zone, made, onChange }: Props) {
  const { language, texts } = useWords();
  const when = moment(language, at, new Date(now.value), zone);
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
