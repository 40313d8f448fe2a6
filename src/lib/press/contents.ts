/**
 * What tells two versions of an archive apart, article by article: a hash of what each holds, published with it, and the
 * comparison of two such lists.
 */
import type { Article } from '../archive/article.ts';
import { headlineOf } from '../archive/article.ts';
import type { Addresses, Changes, Contents, Listed } from '../bundle/report.ts';

/** Where the hashes stand in the bundle, in every version. */
export const contentsPath = 'contents.json';
/** Digits of a hash: enough that no two of some hundred thousand articles are the same by chance. */
const digits = 16;

/**
 * What a reader reads and cites of an article, and nothing of where it stands: an article above it in the same file, a
 * new neighbour or another rule of the program do not change it.
 */
function contentOf(article: Article): unknown {
	const { headline, kicker, deck, byline, authors, publication, language, rights } = article;
	const { date, dateline, kind, number, blocks, notes } = article;
	return [
		...[headline, kicker, deck, byline, authors, publication, language, rights],
		date && [date.edtf, date.printed, date.basis, date.note ?? null],
		dateline && [dateline.printed, dateline.edtf],
		kind,
		number,
		blocks.map(({ kind, text, marks = [] }) => [
			kind,
			text,
			marks.map(({ at, number }) => [at, number])
		]),
		notes.map(({ number, text }) => [number, text])
	];
}

/** The hash of every article's content, by id, in the order given. */
export async function writeContents(articles: readonly Article[]): Promise<Contents> {
	const contents: Contents = {};
	const encoder = new TextEncoder();
	for (const article of articles) {
		const bytes = encoder.encode(JSON.stringify(contentOf(article)));
		const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
		const text = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
		contents[article.id] = text.slice(0, digits);
	}
	return contents;
}

/** True of what may be a `contents.json`. */
export function isContents(value: unknown): value is Contents {
	return (
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		Object.values(value).every((hash) => typeof hash === 'string')
	);
}

/**
 * What became of an archive since a version before it. Lists go in the order of the archive; what is gone by its id. An
 * article under a new id that `aliases.yaml` leads to has moved, and is neither new nor gone.
 */
export function compareContents(
	before: Contents,
	now: Contents,
	articles: readonly Article[],
	{ aliases, hidden }: Addresses
): Pick<Changes, 'added' | 'changed' | 'moved' | 'removed'> {
	const nowhere = new Set(hidden.map(({ id }) => id));
	// What was hidden since has mostly another id now, that tells nothing of its words.
	for (const [from, to] of Object.entries(aliases)) if (nowhere.has(to)) nowhere.add(from);
	const had = (id: string) => Object.hasOwn(before, id);
	const has = (id: string) => Object.hasOwn(now, id);
	/** Of an id of today, the one that it had before. */
	const earlier = new Map<string, string>();
	for (const id of Object.keys(before)) {
		const target = Object.hasOwn(aliases, id) ? aliases[id] : undefined;
		if (!has(id) && target !== undefined && has(target) && !had(target)) earlier.set(target, id);
	}
	const gone = new Set(earlier.values());
	const added: Listed[] = [];
	const changed: Listed[] = [];
	const moved: Changes['moved'] = [];
	for (const article of articles) {
		const { id, headline, date } = article;
		const listed: Listed = {
			id,
			headline: headlineOf(article),
			supplied: headline === null,
			edtf: date?.edtf ?? null
		};
		const from = earlier.get(id);
		if (from !== undefined) moved.push({ ...listed, from });
		const old = had(id) ? id : from;
		if (old === undefined) added.push(listed);
		else if (before[old] !== now[id]) changed.push(listed);
	}
	const removed = Object.keys(before)
		.filter((id) => !has(id) && !gone.has(id))
		.sort()
		.map((id) => ({ id, hidden: nowhere.has(id) }));
	return { added, changed, moved, removed };
}
