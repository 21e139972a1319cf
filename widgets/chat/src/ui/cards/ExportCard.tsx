import { useView } from '../view.ts';
import { Download } from './Download.tsx';
import { Frame } from './Frame.tsx';

/** All that is kept about the debtor, as a file. */
export function ExportCard() {
  const view = useView();
  const texts = view.texts.value.export;
  const file = async () => {
    const copy = JSON.stringify(await view.session.copy(), null, 2);
    return new Blob([copy], { type: 'application/json' });
  };
  return (
    <Frame title={texts.title}>
      <Download texts={texts} name={`${texts.file}.json`} file={file} />
    </Frame>
  );
}
