import { useState } from 'preact/hooks';
import { useAnswer } from '../api/useAnswer.ts';
import { useDesk, useWords } from '../desk.ts';
import { type Preset, periodOf, presets } from '../figures/periods.ts';
import { Failed } from '../frame/Failed.tsx';
import { Pick } from '../frame/Pick.tsx';
import { ClientDot } from '../queue/ClientDot.tsx';
import { usePageTexts } from '../words/pageTexts.ts';
import { fill } from '../words/texts.ts';
import type { MetTargets, Share } from './wire.ts';

/** Which share of the targets was met, by client and in all. */
export function MetTable() {
  const { client } = useDesk();
  const texts = usePageTexts('deadlines');
  const { met } = texts;
  const [preset, choose] = useState<Preset>('days_28');
  const { from, to } = periodOf(preset);
  const page = useAnswer(`met ${from} ${to}`, () =>
    client.call<MetTargets>('GET', `deadlines/met?from=${from}&to=${to}`),
  );
  const counted = page.value;
  return (
    <section class="deadline-list" aria-labelledby="deadlines-met">
      <div class="deadline-met">
        <h2 id="deadlines-met">{met.title}</h2>
        <Pick
          label={met.period}
          value={preset}
          options={presets.map((value) => ({ value, label: met[value] }))}
          onPick={(value) => choose(value as Preset)}
        />
      </div>
      <p class="deadline-about">{met.about}</p>
      {page.problem && <Failed problem={page.problem} again={page.again} />}
      {counted && (
        <table class="list list-met" aria-labelledby="deadlines-met">
          <thead>
            <tr>
              <th scope="col">{texts.columns.client}</th>
              <th scope="col" class="figure">
                {texts.what.answer}
              </th>
              <th scope="col" class="figure">
                {texts.what.resolution}
              </th>
            </tr>
          </thead>
          <tbody>
            {counted.clients.map((it) => (
              <tr key={it.client.id}>
                <th scope="row">
                  <ClientDot client={it.client} />
                </th>
                <ShareCell of={it.answer} />
                <ShareCell of={it.resolution} />
              </tr>
            ))}
          </tbody>
          {counted.clients.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row">{met.all}</th>
                <ShareCell of={counted.answer} />
                <ShareCell of={counted.resolution} />
              </tr>
            </tfoot>
          )}
        </table>
      )}
    </section>
  );
}

/** The share with the two numbers that it is made of; a dash of nothing. */
function ShareCell({ of: share }: { of: Share }) {
  const { language } = useWords();
  const { met } = usePageTexts('deadlines');
  if (share.percent === null) return <td class="figure">–</td>;
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 1,
  }).format(share.percent / 100);
  const numbers = { met: String(share.met), of: String(share.of) };
  return (
    <td class="figure">
      {percent} <span class="list-id">{fill(met.numbers, numbers)}</span>
    </td>
  );
}
