import { Launcher } from './Launcher.tsx';
import { Panel } from './Panel.tsx';
import { type View, ViewProvider } from './view.ts';

export function Widget({ view }: { view: View }) {
  return (
    <ViewProvider value={view}>
      <div class="widget" lang={view.language.value}>
        <Launcher />
        {view.open.value && <Panel />}
      </div>
    </ViewProvider>
  );
}
