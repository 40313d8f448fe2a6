/** Ticks and labels of the two axes: round years, months or days below, two or three round counts at the side. */
import { ticks, utcDay, utcMonday, utcMonth, utcYear, type CountableTimeInterval } from 'd3';
import type { BinScale } from './scale.ts';

const msPerDay = 86_400_000;

export interface TimeTick {
	x: number;
	/** Null on a small tick. */
	label: string | null;
}

interface Step {
	interval: CountableTimeInterval;
	every: number;
	/** Days, about. */
	days: number;
	/** Labels must stand at least this far apart. */
	roomPx: number;
	label: (date: Date, first: boolean) => string;
}

const { format: month } = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
const yearOf = (date: Date) => {
	const year = date.getUTCFullYear();
	return year > 0 ? `${year}` : `${1 - year} BC`;
};
const day = (date: Date) => `${date.getUTCDate()} ${month(date)}`;
const monthLabel = (date: Date, first: boolean) =>
	first || date.getUTCMonth() === 0 ? `${month(date)} ${yearOf(date)}` : month(date);
const dayLabel = (date: Date, first: boolean) =>
	first ? `${day(date)} ${yearOf(date)}` : day(date);

const shortSteps: readonly Step[] = [
	{ interval: utcDay, every: 1, days: 1, roomPx: 84, label: dayLabel },
	{ interval: utcMonday, every: 1, days: 7, roomPx: 84, label: dayLabel },
	...[1, 3, 6].map((every) => ({
		interval: utcMonth,
		every,
		days: every * 30.4,
		roomPx: 62,
		label: monthLabel
	}))
];

// Years in a row read as a row and may stand closer than years that skip.
const yearSteps: readonly Step[] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((every) => ({
	interval: utcYear,
	every,
	days: every * 365.25,
	roomPx: every === 1 ? 50 : 64,
	label: yearOf
}));

/** Smallest step whose labels have room. */
function stepFor(days: number, widthPx: number): Step {
	const steps = days < 1000 ? [...shortSteps, ...yearSteps] : yearSteps;
	return (
		steps.find((each) => (widthPx * each.days) / days >= each.roomPx) ??
		(yearSteps[yearSteps.length - 1] as Step)
	);
}

/**
 * Ticks of a time axis. Labels stand on round years, or on months or days where under three years are shown; small
 * ticks mark the years between. The end of the axis has a small tick of its own.
 */
export function placeTimeTicks(scale: BinScale): TimeTick[] {
	const { edges, cuts } = scale;
	const [from, until] = [edges[0] as number, edges[edges.length - 1] as number];
	const [left, right] = [cuts[0] as number, cuts[cuts.length - 1] as number];
	const step = stepFor(until - from, right - left);
	const dates = (interval: CountableTimeInterval, every: number) =>
		(interval.every(every) ?? interval)
			.range(new Date(from * msPerDay), new Date(until * msPerDay))
			.map((date) => ({ date, x: scale.x(date.getTime() / msPerDay) }));
	const labelled = dates(step.interval, step.every);
	// A label that would run over the end of the axis is left out, its tick stays.
	const found: TimeTick[] = labelled.map(({ date, x }, at) => {
		const label = step.label(date, at === 0);
		return { x, label: right - x < Math.max(28, label.length * 6.6) && at > 0 ? null : label };
	});
	const taken = new Set(found.map((tick) => tick.x));
	if (step.interval === utcYear && step.every > 1) {
		const small = (right - left) / ((until - from) / 365.25) >= 4 ? 1 : step.every / 10;
		if (small >= 1)
			for (const { x } of dates(utcYear, small)) if (!taken.has(x)) found.push({ x, label: null });
	}
	if (!taken.has(right)) found.push({ x: right, label: null });
	return found.sort((a, b) => a.x - b.x);
}

/** One to three round counts up to `max`, without zero; rates, which are not `whole`, may be fractions. */
export function countTicks(max: number, whole = true): number[] {
	for (let wanted = 3; wanted > 0; wanted--) {
		const found = ticks(0, max, wanted).filter(
			(value) => value > 0 && (!whole || Number.isInteger(value))
		);
		if (found.length > 0 && found.length <= 3) return found;
	}
	return max >= 1 ? [Math.floor(max)] : [];
}
