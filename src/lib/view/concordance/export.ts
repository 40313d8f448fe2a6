/** The lines of a concordance as a table for other programs: what stands in it is said in docs/formats.md. */
import { byteOrderMark, csvRecord } from '../../archive/csv.ts';
import type { Catalog, Entry, Manifest } from '../../bundle/format.ts';
import type { Concordance } from '../../explorer/concordance.svelte.ts';
import type { Explorer } from '../../explorer/explorer.svelte.ts';
import type { LineTable } from '../../explorer/lines.ts';
import { headlineOf } from '../../explorer/neighbours.ts';
import { articleAddress, blockAnchor, noteAnchor } from '../../filter/link.ts';
import { nothingAsked, type Selection } from '../../filter/selection.ts';
import { fileNameOf, filtersOf, saveFile } from '../export.ts';

/** What every record repeats: it says which question the lines answer, of which archive, and whether they are all. */
export interface Asked {
	catalog: Catalog;
	entryOf: (row: number) => Entry | undefined;
	manifest: Pick<Manifest, 'title' | 'version'>;
	selection: Selection;
	/** Whether every match of every article has its line. */
	complete: boolean;
	/** The address of an article, with an anchor to a part of it or without. */
	addressOf: (id: string, anchor: string | null) => string;
}

export const columns = [
	'number',
	'article',
	'headline',
	'date',
	'byline',
	'publication',
	'language',
	'file',
	'first_line',
	'last_line',
	'part',
	'part_number',
	'before',
	'match',
	'after',
	'address',
	'query',
	'filters',
	'lines',
	'complete',
	'archive',
	'archive_version'
] as const;

const kinds = ['headline', 'kicker', 'deck', 'block', 'note'];

/** The records of some lines, from `from` on in the order; the first one is not the head. */
export function recordsOf(
	table: LineTable,
	order: Uint32Array,
	from: number,
	to: number,
	asked: Asked
): string {
	const { catalog, entryOf, manifest, selection } = asked;
	const about = [
		selection.query,
		filtersOf(selection),
		order.length,
		asked.complete ? 'yes' : 'no',
		manifest.title,
		manifest.version
	];
	let text = '';
	for (let place = from; place < Math.min(to, order.length); place += 1) {
		const line = order[place] ?? 0;
		const row = table.rows[line] ?? 0;
		const entry = entryOf(row);
		const id = entry?.id ?? '';
		const kind = kinds[table.kinds[line] ?? 0] ?? '';
		const at = table.ats[line] ?? 0;
		const isBlock = kind === 'block';
		const anchor = isBlock ? blockAnchor(at) : kind === 'note' ? noteAnchor(at) : null;
		const first = table.firsts[line] ?? 0;
		text += csvRecord([
			place + 1,
			id,
			entry ? headlineOf(entry) : '',
			entry?.edtf ?? '',
			(catalog.authors[row] ?? []).map((code) => catalog.names.author[code] ?? '').join('; '),
			catalog.names.publication[catalog.publication[row] ?? -1] ?? '',
			catalog.names.language[catalog.language[row] ?? -1] ?? '',
			entry?.file ?? '',
			first || '',
			table.lasts[line] || '',
			kind,
			anchor === null ? '' : at + 1,
			table.before[line] ?? '',
			table.match[line] ?? '',
			table.after[line] ?? '',
			asked.addressOf(id, anchor),
			...about
		]);
	}
	return text;
}

/** Lines written before the page is given its turn. */
const sliceLines = 2000;

/** Saves what the concordance shows as a file; tells what was saved. Rejects with a `BundleError`. */
export async function saveLines(
	explorer: Explorer,
	concordance: Concordance
): Promise<{ lines: number; name: string }> {
	const { table, order, complete } = concordance;
	const { archive, place, selection } = explorer;
	await archive.entries.load(new Set(table.rows));
	const asked: Asked = {
		catalog: archive.catalog,
		entryOf: (row) => archive.entries.at(row),
		manifest: archive.manifest,
		selection,
		complete,
		addressOf: (id, anchor) =>
			new URL(articleAddress(place, id, nothingAsked, anchor), document.baseURI).href
	};
	const parts = [byteOrderMark, csvRecord(columns)];
	for (let from = 0; from < order.length; from += sliceLines) {
		parts.push(recordsOf(table, order, from, from + sliceLines, asked));
		await new Promise((resolve) => setTimeout(resolve));
	}
	const name = fileNameOf('concordance', selection.query, 'csv');
	saveFile(name, parts, 'text/csv');
	return { lines: order.length, name };
}
