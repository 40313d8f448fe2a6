/** Counts over the one mask, by the values of a facet and time: a strip for each value. */
import { binStart, cutBins, type Bins } from '../archive/bins.ts';
import { dayOf, partsOf } from '../archive/day.ts';
import { noDay, type Columns, type FacetColumn } from './columns.ts';
import { addShares, archiveSpan, binsOfRows } from './in-bins.ts';
import { bitOf } from './mask.ts';
import { once } from './once.ts';
import type { Facet } from './selection.ts';
import type { Pair } from './tally.ts';

/** The rows of each code of a facet: those of code c are `rows[start[c]]` up to, not including, `rows[start[c + 1]]`. */
const rowsByCode = once((column: FacetColumn) => {
	const start = new Uint32Array(column.values.length + 1);
	column.totals.forEach((total, code) => (start[code + 1] = (start[code] as number) + total));
	const next = start.slice();
	const rows = new Uint32Array(column.codes.length);
	for (let row = 0; row + 1 < column.start.length; row++)
		for (let at = column.start[row] as number; at < (column.start[row + 1] as number); at++)
			rows[(next[column.codes[at] as number] as number)++] = row;
	return { start, rows };
});

/** The strips of the whole archive, by columns, edges, facet and code: the same whatever is asked. */
const wholeStrips = once((_: Columns) =>
	once((_: Int32Array): Record<string, Float64Array> => ({}))
);

/**
 * For each of some values of a facet, its articles per bin: a strip. Dates are shared among the days of their range, as
 * in `DateTally`. `matching` ignores the facet's own part of the selection.
 */
export function tallyStrips(
	columns: Columns,
	mask: Uint8Array,
	facet: Facet,
	codesAsked: readonly number[],
	{ edges }: Bins
): Pair<Float64Array>[] {
	const { start, rows } = rowsByCode(columns.facet[facet]);
	const begins = binsOfRows(columns)(edges);
	const count = (code: number, failing: number) => {
		const strip = new Float64Array(edges.length - 1);
		for (let at = start[code] as number; at < (start[code + 1] as number); at++) {
			const row = rows[at] as number;
			const from = columns.first[row] as number;
			if (from === noDay || (mask[row] as number) & failing) continue;
			addShares(strip, edges, begins[row] as number, from, (columns.last[row] as number) + 1);
		}
		return strip;
	};
	const whole = wholeStrips(columns)(edges);
	return codesAsked.map((code) => ({
		all: (whole[facet + code] ??= count(code, 0)),
		matching: count(code, 0xff & ~bitOf[facet])
	}));
}

/** Years from which a strip has one cell a year, a decade, a century: cells stay wide enough to be seen. */
const yearsFrom = 6;
const decadesFrom = 80;
const centuriesFrom = 800;

/**
 * The cells of a strip: quarters where the archive spans under six years, else years, else decades, else centuries. They
 * cover whole years. Null where no article is dated.
 */
export function stripBins(columns: Columns): Bins | null {
	const span = archiveSpan(columns);
	if (!span) return null;
	const [first, last] = span;
	const years = (last - first) / 365.25;
	const unit =
		years < yearsFrom
			? 'quarter'
			: years < decadesFrom
				? 'year'
				: years < centuriesFrom
					? 'decade'
					: 'century';
	const end = dayOf(partsOf(last).year, 12, 31);
	return cutBins(binStart(first, 'year'), end, unit);
}
