import { readerLocale } from '../reader-locale.ts';
import './told-language.ts';

import uPlot from 'uplot';
import type { DeskReport } from '../../domain/desk/report.ts';
import type { DrawPlot, PlotColours } from '../components/plot-figure.ts';

const HEIGHT = 220;
const FONT = '12px system-ui, sans-serif';
const DAY_SECONDS = 86_400;

/** Two lines over days: conversations and messages. A day that is not over is shaded, those to come are left open. */
export function drawDays({
  days,
  unfinishedFrom = '9',
}: Pick<DeskReport, 'days' | 'unfinishedFrom'>): DrawPlot {
  const begun = days.map(({ day, ...counts }) => (day > unfinishedFrom ? undefined : counts));
  const data: uPlot.AlignedData = [
    days.map(({ day }) => secondsOf(day)),
    begun.map((counts) => counts?.conversations),
    begun.map((counts) => counts?.messages),
  ];
  return (host, width, colours) => {
    const [first, second] = colours.series;
    const line = (label: string, stroke: string | undefined, dash: number[]) => ({
      ...{ label, stroke: stroke ?? colours.ink, width: 2, dash },
      points: { show: days.length < 32, size: 5 },
    });
    const plot = new uPlot(
      {
        ...frame(width),
        scales: { x: { time: true }, y: { range: fromNothing } },
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), 'UTC'),
        hooks: { drawClear: [(self) => shadeFrom(self, secondsOf(unfinishedFrom), colours)] },
        series: [
          { label: 'Day', value: (_, seconds) => (seconds === null ? '–' : longDay.format(seconds * 1_000)) },
          line('Conversations', first, []),
          line('Messages', second, [6, 4]),
        ],
        axes: [
          {
            ...{ ...axis(colours), space: 70, incrs: WHOLE_DAYS },
            values: (_, splits) => splits.map((seconds) => shortDay.format(seconds * 1_000)),
          },
          countAxis(colours, 'a day'),
        ],
      },
      data,
      host,
    );
    return () => plot.destroy();
  };
}

/** A bar for each hour of the day. */
export function drawHours({ hours }: Pick<DeskReport, 'hours'>): DrawPlot {
  const data: uPlot.AlignedData = [hours.map((_, hour) => hour), [...hours]];
  return (host, width, colours) => {
    const [first] = colours.series;
    const bars = uPlot.paths.bars?.({ size: [0.7, 40] });
    const plot = new uPlot(
      {
        ...frame(width),
        scales: { x: { time: false, range: () => [-0.6, 23.6] }, y: { range: fromNothing } },
        series: [
          { label: 'Hour', value: (_, hour) => (hour === null ? '–' : `${hour}:00`) },
          {
            ...{ label: 'Messages', stroke: first ?? colours.ink, fill: first ?? colours.ink },
            ...(bars === undefined ? {} : { paths: bars }),
            points: { show: false },
          },
        ],
        axes: [
          {
            ...axis(colours),
            incrs: [1, 2, 3, 6, 12],
            values: (_, splits) => splits.map((hour) => `${hour}:00`),
          },
          countAxis(colours, 'in all days'),
        ],
      },
      data,
      host,
    );
    return () => plot.destroy();
  };
}

const WHOLE_DAYS = [1, 2, 7, 14, 30, 61, 91, 182].map((days) => days * DAY_SECONDS);

const frame = (width: number) => ({
  ...{ width, height: HEIGHT, padding: [8, 8, 0, 0] as uPlot.Padding },
  cursor: { points: { size: 8 }, drag: { x: false, y: false }, x: true, y: false },
});

const axis = ({ quiet, line }: PlotColours): uPlot.Axis => ({
  stroke: quiet,
  font: FONT,
  grid: { stroke: line, width: 1 },
  ticks: { stroke: line, width: 1, size: 4 },
});

/** Whole numbers, as the reader's browser writes them, and of what time they are. */
const countAxis = (colours: PlotColours, label: string): uPlot.Axis => ({
  ...{ ...axis(colours), size: 52, label, labelSize: 18, labelGap: 2, labelFont: FONT },
  incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6, 1e7],
  values: (_, splits) => splits.map((count) => compact.format(count)),
});

/** Behind the lines, from half a day before. */
function shadeFrom({ ctx, bbox, valToPos }: uPlot, seconds: number, { line }: PlotColours): void {
  if (!Number.isFinite(seconds)) return;
  const end = bbox.left + bbox.width;
  const left = Math.max(bbox.left, valToPos(seconds - DAY_SECONDS / 2, 'x', true));
  if (left >= end) return;
  ctx.save();
  ctx.globalAlpha = 0.6;
  ctx.fillStyle = line;
  ctx.fillRect(left, bbox.top, end - left, bbox.height);
  ctx.restore();
}

const secondsOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1_000;

const shortDay = new Intl.DateTimeFormat(readerLocale(), { day: 'numeric', month: 'short', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat(readerLocale(), { dateStyle: 'full', timeZone: 'UTC' });
const compact = new Intl.NumberFormat(readerLocale(), { notation: 'compact' });

/** Counts begin at nothing, and have room above. */
const fromNothing = (_: uPlot, __: number | null, most: number | null): [number, number] => [
  0,
  Math.max(4, (most ?? 0) * 1.1),
];
