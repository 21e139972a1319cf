import { localeOf } from '@sovinto/ui/locale.ts';

/** A yearly rate in percent, which comes as a decimal: 11.5 is 11,5 %. */
export const rate = (language: string, percent: string): string =>
  new Intl.NumberFormat(localeOf(language).tag, {
    style: 'percent',
    maximumFractionDigits: 4,
  }).format(Number(percent) / 100);
