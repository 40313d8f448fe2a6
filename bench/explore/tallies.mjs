// What a drag counts, without a page: in a process of its own, run by tsx.
// node --import tsx bench/explore/tallies.mjs <articles>
import crossfilter from 'crossfilter2';
import { binsFor } from '../../src/lib/archive/bins.ts';
import { writeDay } from '../../src/lib/archive/day.ts';
import { knownLevels } from '../../src/lib/archive/known.ts';
import { openRandom } from '../../src/cli/generate/random.ts';
import { noDay } from '../../src/lib/filter/columns.ts';
import { countPassing, daysAsked, maskOf } from '../../src/lib/filter/mask.ts';
import { facets, nothingAsked } from '../../src/lib/filter/selection.ts';
import { binAt } from '../../src/lib/filter/in-bins.ts';
import { stripBins, tallyStrips } from '../../src/lib/filter/strips.ts';
import { tallyFacet } from '../../src/lib/filter/tally.ts';
import { passingSpan, tallyDates, tallyRange } from '../../src/lib/filter/tally-dates.ts';
import { percentile } from '../table.mjs';
import { inventColumns } from './columns.mjs';

/** @typedef {import('../../src/lib/filter/selection.ts').Selection} Selection */

const articles = Number(process.argv[2]);
const columns = inventColumns(articles);
const random = openRandom('explore');
const [first, last] = [
	columns.first.reduce((least, day) => (day === noDay ? least : Math.min(least, day)), Infinity),
	columns.last.reduce((most, day) => Math.max(most, day), noDay)
];
/** @typedef {import('../../src/lib/archive/day.ts').Day} Day */
const bins = binsFor(/** @type {Day} */ (first), /** @type {Day} */ (last), 1376);
const strips = stripBins(columns) ?? bins;
const toTheDay = knownLevels.indexOf('day');
/** So many names have a strip on view. */
const names = 14;

/** Everything that the page counts anew when a hand moves. @param {Selection} selection @param {Uint32Array} rows */
function recount(selection, rows) {
	const mask = maskOf(columns, selection, rows);
	const days = daysAsked(selection);
	const tallies = facets.map((facet) => tallyFacet(columns, mask, facet));
	const [authors = []] = tallies;
	const codes = authors
		.map((_, code) => code)
		.sort((a, b) => (authors[b]?.matching ?? 0) - (authors[a]?.matching ?? 0))
		.slice(0, names);
	return {
		tallies,
		passing: countPassing(mask),
		dates: tallyDates(columns, mask, bins, toTheDay, null),
		strips: tallyStrips(columns, mask, 'author', codes, strips),
		range: days && tallyRange(columns, mask, days.first, days.last),
		span: passingSpan(columns, mask)
	};
}

/** Rows that some words might find: one in three. */
const found = () =>
	Uint32Array.from({ length: articles }, (_, row) => row).filter(() => random.chance(1 / 3));

/** @param {number} from @param {number} to days @returns {Selection} */
const dated = (from, to) => ({
	...nothingAsked,
	query: 'words',
	from: writeDay(/** @type {Day} */ (Math.round(from))),
	to: writeDay(/** @type {Day} */ (Math.round(to)))
});

/** A hand that goes to and fro over the timeline. */
function drag(steps = 240) {
	const rows = found();
	const times = [];
	for (let step = 0; step < steps; step++) {
		const share = Math.abs(Math.sin((step / steps) * Math.PI * 1.5));
		const selection = dated(first, first + 1 + share * (last - first - 1));
		const start = performance.now();
		recount(selection, rows);
		times.push(performance.now() - start);
	}
	return times;
}

/** Any words, dates and values of facets. @returns {{ selection: Selection, rows: Uint32Array }} */
function fresh() {
	const [one, other] = [random.below(last - first), random.below(last - first)];
	const selection = dated(first + Math.min(one, other), first + Math.max(one, other));
	const chosen = Object.fromEntries(
		facets.map((facet) => {
			const { values } = columns.facet[facet];
			const some = values.filter(() => random.chance(0.4));
			return [facet, random.chance(0.5) ? some : []];
		})
	);
	return { selection: { ...selection, ...chosen }, rows: found() };
}

/** The peer: an array for each facet, two for the ends of a date, one for the words; a group for each count. */
function openPeer() {
	const all = crossfilter(Array.from({ length: articles }, (_, row) => row));
	const query = all.dimension((row) => row);
	const from = all.dimension((row) => columns.first[row] ?? noDay);
	const to = all.dimension((row) => columns.last[row] ?? noDay);
	const bin = all.dimension((row) =>
		columns.first[row] === noDay ? -1 : binAt(bins.edges, columns.first[row] ?? 0)
	);
	const perBin = bin.group();
	const sides = facets.map((facet) => {
		const { start, codes } = columns.facet[facet];
		/** @param {number} row */
		const codesOf = (row) => [...codes.subarray(start[row], start[row + 1])];
		const several = facet === 'author';
		// Only where there can be several: arrays cost the peer dear.
		const dimension = several
			? all.dimension(codesOf, true)
			: all.dimension((row) => codesOf(row)[0] ?? 0);
		return { facet, dimension, group: dimension.group() };
	});
	/** @param {Selection} selection @param {Uint32Array} rows */
	return (selection, rows) => {
		const holds = new Uint8Array(articles);
		for (const row of rows) holds[row] = 1;
		query.filterFunction((row) => holds[Number(row)] === 1);
		const days = daysAsked(selection);
		if (days) {
			// Undated articles have no day, and pass no dates.
			from.filterRange([noDay + 1, days.last + 1]);
			to.filterRange([days.first, Infinity]);
		}
		for (const { facet, dimension } of sides) {
			const asked = new Set(selection[facet]);
			const { values } = columns.facet[facet];
			if (asked.size === 0) dimension.filterAll();
			else dimension.filterFunction((code) => asked.has(values[Number(code)] ?? ''));
		}
		return {
			tallies: sides.map(({ group }) => group.all().map((each) => each)),
			passing: all.allFiltered().length,
			bins: perBin.all()
		};
	};
}

/** Whether both counted the same, value by value. @param {ReturnType<typeof recount>} own @param {ReturnType<ReturnType<typeof openPeer>>} peer */
function agree(own, peer) {
	if (own.passing !== peer.passing) return false;
	return own.tallies.every((tally, at) => {
		const theirs = new Map((peer.tallies[at] ?? []).map(({ key, value }) => [key, value]));
		return tally.every(({ matching }, code) => matching === (theirs.get(code) ?? 0));
	});
}

drag(60);
const times = drag();
const ask = openPeer();
/** @type {{ own: number[], peer: number[] }} */
const compared = { own: [], peer: [] };
for (let turn = 0; turn < 40; turn++) {
	const { selection, rows } = fresh();
	let start = performance.now();
	const own = recount(selection, rows);
	const ours = performance.now() - start;
	start = performance.now();
	const peer = ask(selection, rows);
	const theirs = performance.now() - start;
	if (!agree(own, peer)) throw new Error(`The counts of question ${turn} differ.`);
	// The first ones warm the code of both.
	if (turn >= 8) {
		compared.own.push(ours);
		compared.peer.push(theirs);
	}
}
process.stdout.write(
	JSON.stringify({
		drag: [percentile(times, 0.5), percentile(times, 0.95)],
		own: percentile(compared.own, 0.5),
		peer: percentile(compared.peer, 0.5)
	})
);
