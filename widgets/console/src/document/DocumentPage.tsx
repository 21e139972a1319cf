import { useEffect, useRef, useState } from 'preact/hooks';
import type { Opened } from './opening.ts';

interface Props {
  opened: Opened;
  number: number;
  label: string;
  onFail: () => void;
}

/** A page as wide as there is room, and its words for those who have them read out. */
export function DocumentPage({ opened, number, label, onFail }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const sheet = canvas.current;
    if (!sheet) return;
    let gone = false;
    opened
      .draw(number, sheet)
      .then((text) => !gone && setSaid(text))
      .catch(() => !gone && onFail());
    return () => {
      gone = true;
    };
  }, [opened, number]);

  return (
    <>
      <canvas ref={canvas} class="document-page" role="img" aria-label={label} />
      {said && <p class="unseen">{said}</p>}
    </>
  );
}
