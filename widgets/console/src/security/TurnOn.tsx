import { QrCode } from '@sovinto/ui/QrCode.tsx';
import { useState } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { PasswordField } from '../session/PasswordField.tsx';
import { usePageTexts } from '../words/pageTexts.ts';
import { CodeField } from './CodeField.tsx';
import size from './qr.json';
import { Trouble } from './Trouble.tsx';
import { useSending } from './useSending.ts';
import type { NewSecret } from './wire.ts';

interface Props {
  onClose: () => void;
  onDone: (codes: string[]) => void;
}

const AT = 'session/second-step';

/** The password, then the secret for the app, then a code that shows that the app has it. */
export function TurnOn({ onClose, onDone }: Props) {
  const { client } = useDesk();
  const own = usePageTexts('security');
  const { enrol } = own;
  const [secret, setSecret] = useState<NewSecret | null>(null);
  const { busy, trouble, send } = useSending();

  const submit = (values: FormData) =>
    send(async () => {
      if (!secret) {
        const password = String(values.get('current-password'));
        setSecret(await client.call<NewSecret>('POST', AT, { password }));
        return;
      }
      const code = String(values.get('code'));
      const { codes } = await client.call<{ codes: string[] }>('POST', `${AT}/confirm`, { code });
      onDone(codes);
    });

  return (
    <Dialog title={enrol.title} stays onClose={onClose}>
      <form
        class="security-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        {secret ? (
          <>
            <p>{enrol.scan}</p>
            <QrCode rows={secret.rows} label={enrol.qr} pixels={size.pixels} />
            <p>
              {enrol.or_type}
              <code class="security-secret">{grouped(secret.secret)}</code>
            </p>
            <CodeField hint={enrol.code_hint} wrong={trouble !== ''} />
          </>
        ) : (
          <>
            <p>{enrol.first}</p>
            <PasswordField
              id="current-password"
              label={enrol.password}
              autocomplete="current-password"
              about="security-problem"
              wrong={trouble !== ''}
              first
            />
          </>
        )}
        <Trouble text={trouble} />
        <div class="dialog-acts">
          <button type="button" class="button" onClick={onClose}>
            {own.cancel}
          </button>
          <button type="submit" class="button primary" aria-disabled={busy}>
            {secret ? enrol.confirm : enrol.next}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** In fours, as one types it. */
const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
