import settings from './settings.json';

let context: AudioContext | null = null;

/** Two short, soft tones; nothing where the browser has no sound or does not allow it yet. */
export function chime(): void {
  const { hertz, seconds, loudness } = settings.tone;
  try {
    context ??= new AudioContext();
    void context.resume();
    for (const [at, tone] of hertz.entries()) {
      const begin = context.currentTime + at * seconds;
      const source = context.createOscillator();
      const volume = context.createGain();
      source.frequency.value = tone;
      volume.gain.setValueAtTime(loudness, begin);
      volume.gain.exponentialRampToValueAtTime(0.0001, begin + seconds);
      source.connect(volume).connect(context.destination);
      source.start(begin);
      source.stop(begin + seconds);
    }
  } catch {
    // Without sound the title of the tab and the lists still say it.
  }
}
