/** The figures of the composition as CSV: what stands in the files is said in docs/formats.md. */
import { byteOrderMark, csvRecord } from '../../archive/csv.ts';
import { describeBin, type Bins } from '../../archive/bins.ts';
import { writeDay, type Day } from '../../archive/day.ts';
import type { Manifest } from '../../bundle/format.ts';
import type { Distinctive } from '../../explorer/composition.svelte.ts';
import type { LengthTally, NamePair, Signature } from '../../filter/composition.ts';
import type { Facet, Selection } from '../../filter/selection.ts';
import type { Pair } from '../../filter/tally.ts';
import { filtersOf } from '../export.ts';
import { inBin, type TimeRow } from './words.ts';

/** What every record says of the question and the archive. */
export interface Origin {
	selection: Selection;
	manifest: Pick<Manifest, 'title' | 'version'>;
	/** False where counts are the least that there are. */
	complete: boolean;
}

const about = ['complete', 'query', 'filters', 'archive', 'archive_version'];

/** A table of records that each repeat what was asked, and of which archive. */
export function fileOf(
	head: readonly string[],
	records: readonly (readonly (string | number)[])[],
	{ selection, manifest, complete }: Origin
): string[] {
	const origin = [
		complete ? 'yes' : 'no',
		selection.query.trim(),
		filtersOf(selection),
		manifest.title,
		manifest.version
	];
	return [
		byteOrderMark,
		csvRecord([...head, ...about]),
		...records.map((record) => csvRecord([...record, ...origin]))
	];
}

const clean = (value: number) => Math.round(value * 1e6) / 1e6;

/** For each value a record for each period, then `undated` and `all`. */
export function fileOverTime(
	facet: Facet,
	rows: readonly TimeRow[],
	bins: Bins,
	origin: Origin
): string[] {
	const records = rows.flatMap((row) => {
		const whole = (name: string, { all, matching }: Pair<number>) => [
			row.value,
			name,
			'',
			'',
			matching,
			all
		];
		return [
			...Array.from({ length: bins.edges.length - 1 }, (_, bin) => {
				const [start, end] = [bins.edges[bin] as Day, ((bins.edges[bin + 1] ?? 0) - 1) as Day];
				const name = describeBin(start, bins.unit);
				const counts = [inBin(row, 'matching', bin), inBin(row, 'all', bin)].map(clean);
				return [row.value, name, writeDay(start), writeDay(end), ...counts];
			}),
			whole('undated', row.undated),
			whole('all', row.total)
		];
	});
	const head = [
		facet === 'author' ? 'byline' : facet,
		'period',
		'first_day',
		'last_day',
		'articles',
		'articles_there_are'
	];
	return fileOf(head, records, origin);
}

/** A record for each class of lengths. */
export function fileOfLengths({ edges, articles }: LengthTally, origin: Origin): string[] {
	const records = Array.from(articles.all, (all, at) => [
		edges[at] ?? 0,
		(edges[at + 1] ?? 1) - 1,
		articles.matching[at] ?? 0,
		all
	]);
	return fileOf(['words_from', 'words_to', 'articles', 'articles_there_are'], records, origin);
}

/** A record for each way of signing. */
export function fileOfSignatures(tally: Record<Signature, Pair<number>>, origin: Origin): string[] {
	const records = Object.entries(tally).map(([name, { all, matching }]) => [name, matching, all]);
	return fileOf(['signed_by', 'articles', 'articles_there_are'], records, origin);
}

/** A record for each pair of names that any article has. */
export function fileOfPairs(
	pairs: readonly NamePair[],
	names: readonly string[],
	origin: Origin
): string[] {
	const records = pairs.map(({ one, other, all, matching }) => [
		names[one] ?? '',
		names[other] ?? '',
		matching,
		all
	]);
	return fileOf(['byline', 'with', 'articles', 'articles_there_are'], records, origin);
}

/** A record for each word, strongest first. */
export function fileOfWords({ terms, own, others }: Distinctive, origin: Origin): string[] {
	const records = terms.map(({ printed, own: times, all, articles, z }) => [
		printed,
		z,
		times,
		all - times,
		articles,
		own.articles,
		own.of,
		own.words,
		others.articles,
		others.of,
		others.words
	]);
	const head = [
		'word',
		'z',
		'times_found',
		'times_elsewhere',
		'articles_with_it',
		'articles_read',
		'articles',
		'words_read',
		'articles_read_elsewhere',
		'articles_elsewhere',
		'words_read_elsewhere'
	];
	return fileOf(head, records, origin);
}
