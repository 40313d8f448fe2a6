/**
 * The curator's word on one seed: YAML beside it (`<whole file name>.yaml`). The text itself is never touched;
 * what is written here is put over what was read.
 */
import type * as v from 'valibot';
import type { ArticleKind, Lines, Problem } from '../archive/article.ts';
import { readEdtf, type EdtfDate } from '../archive/edtf.ts';
import type { CuratedStart, DateOrder } from './draft.ts';
import { error, type ProblemRule } from './problem.ts';
import type { Settled } from './settle.ts';
import { sidecarSchema, type ColumnField } from './schema.ts';
import { checkAll } from './check.ts';
import { readYaml, type Yaml } from './yaml.ts';

/** A date that a curator gave, or the word that the estimate shall stand. */
export interface CuratedDate {
	/** Null where only the estimate is accepted. */
	date: EdtfDate | null;
	note: string | null;
	acceptEstimate: boolean;
	/** Where it is written in the sidecar. */
	line: number;
}

/** What a curator says of the articles that begin in a range of lines; null where nothing is said. */
export interface Edit {
	/** First and last line of the seed; the same where one article is meant. */
	from: number;
	to: number;
	/** Where the entry stands in the sidecar. */
	line: number;
	merge: boolean;
	id: string | null;
	number: number | null;
	headline: string | null;
	/** The lines in which the headline is printed, whatever the reader took them for. */
	headlineAt: Lines | null;
	byline: string | null;
	date: CuratedDate | null;
	kind: ArticleKind | null;
	/** Why the article is not shown. */
	hide: string | null;
	sameAs: string | null;
	/** The line in the sidecar at which a key of the entry stands. */
	lineOf(key: string): number;
}

/** Lines that a curator says are no article, and why. */
export interface LeftOut {
	lines: Lines;
	reason: string;
	/** Where it is written in the sidecar. */
	line: number;
}

/**
 * What a curator knows of a seed and its text does not say.
 *
 * `publication`, `language` and `rights` hold for every article of the file; `date` for those whose text states
 * none. `starts` says at which lines articles begin: where the reader found none, the article around is parted.
 */
export interface Sidecar {
	publication: string | null;
	language: string | null;
	rights: string | null;
	date: CuratedDate | null;
	/** Which number of a date is the month, where nothing in the file tells. */
	dateOrder: { order: DateOrder; line: number } | null;
	/** Which column of a table gives which field. */
	columns: Partial<Record<ColumnField, string>>;
	starts: Map<number, CuratedStart>;
	edits: Edit[];
	leftOut: LeftOut[];
	settled: Settled[];
	/** Where each of `starts` is written: its line in the sidecar. */
	written: Map<number, number>;
	/** The line at which a key of the file itself stands. */
	lineOf(key: string): number;
}

/** A sidecar that says nothing. */
export function emptySidecar(): Sidecar {
	return {
		publication: null,
		language: null,
		rights: null,
		date: null,
		dateOrder: null,
		columns: {},
		starts: new Map(),
		edits: [],
		leftOut: [],
		settled: [],
		written: new Map(),
		lineOf: () => 1
	};
}

type Written = v.InferOutput<typeof sidecarSchema>;
type WrittenArticle = NonNullable<Written['articles']>[number];
type WrittenDate = NonNullable<Written['date']>;

function dateOf(written: WrittenDate | undefined, line: number): CuratedDate | null {
	if (!written) return null;
	const date = written.edtf === undefined ? null : readEdtf(written.edtf);
	const acceptEstimate = written['accept-estimate'] ?? false;
	return { date, note: written.note ?? null, acceptEstimate, line };
}

function rangeOf({ line, lines }: Pick<WrittenArticle, 'line' | 'lines'>): [number, number] | null {
	if (line !== undefined) return [line, line];
	const [from = 0, to = 0] = (lines ?? '').split(/\s*[-–]\s*/).map(Number);
	return from >= 1 && from <= to ? [from, to] : null;
}

/** A line or a range of them, `12` or `"12-13"`; null where it is none. */
function linesOf(written: number | string | undefined): Lines | null {
	return written === undefined
		? null
		: rangeOf(typeof written === 'number' ? { line: written } : { lines: written });
}

function editOf(written: WrittenArticle, range: [number, number], at: number, yaml: Yaml): Edit {
	const lineOf = (key: string) => yaml.lineOf(['articles', at, key]);
	return {
		from: range[0],
		to: range[1],
		line: yaml.lineOf(['articles', at]),
		merge: written.merge ?? false,
		id: written.id ?? null,
		number: written.number ?? null,
		headline: written.headline ?? null,
		headlineAt: linesOf(written['headline-at']),
		byline: written.byline ?? null,
		date: dateOf(written.date, lineOf('date')),
		kind: written.kind ?? null,
		hide: written.hide ?? null,
		sameAs: written['same-as'] ?? null,
		lineOf
	};
}

/** Says what is wrong with the form of an entry, beyond what its keys can say; null where nothing is. */
function faultIn(
	written: WrittenArticle
): { key: string; rule: ProblemRule; message: string } | null {
	const { line, lines, split, merge } = written;
	if (line === undefined && lines === undefined) {
		const message =
			'The key "line" is missing: it is not said which article is meant. Add "line:" or "lines:", or take the entry out.';
		return { key: '', rule: 'sidecar/missing-key', message };
	}
	if (line !== undefined && lines !== undefined) {
		const message =
			'Both "line" and "lines" are given. Keep "line" for one article, or "lines" for all that begin in a range.';
		return { key: 'lines', rule: 'sidecar/bad-value', message };
	}
	if (rangeOf(written) === null) {
		const message = `The range "${lines}" runs backwards or begins before line 1. Write the lower line first, such as "13-57".`;
		return { key: 'lines', rule: 'sidecar/bad-value', message };
	}
	if (line !== undefined && (split || merge)) {
		const key = split ? 'split' : 'merge';
		const message = `The key "${key}" needs a range. Write "lines: ${line}-..." with the last line in place of the dots.`;
		return { key, rule: 'sidecar/bad-value', message };
	}
	if (lines !== undefined && written['headline-at'] !== undefined) {
		const message =
			'The key "headline-at" speaks of one article. Write "line:" with the line at which it begins in place of "lines:".';
		return { key: 'headline-at', rule: 'sidecar/bad-value', message };
	}
	const [other] =
		'leave-out' in written ? Object.keys(written).filter((key) => !beside.has(key)) : [];
	if (other !== undefined) {
		const message = `Lines that are left out are no article, so nothing else can be said of them. Take out "${other}", or "leave-out"; an article that nobody is to read takes "hide".`;
		return { key: other, rule: 'sidecar/bad-value', message };
	}
	return null;
}

/** What an entry may say beside "leave-out". */
const beside = new Set(['line', 'lines', 'leave-out', 'note']);

/**
 * Reads a sidecar. `file` names the sidecar, `seed` its seed, which has `lines` lines. Where there is a problem, what
 * can be understood is given all the same, so that the reading finds the other faults too; no archive is built with
 * it. `isWhole`: every place in the seed that it names was understood.
 */
export function readSidecar(
	file: string,
	source: string,
	seed: { name: string; lines: number }
): { sidecar: Sidecar; problems: Problem[]; isWhole: boolean } {
	const yaml = readYaml(file, source);
	const keys =
		'"publication", "language", "rights", "date" (with "edtf", "note", "accept-estimate"), "date-order", "columns", "articles" (with "line" or "lines", "split", "merge", "id", "number", "headline", "headline-at", "byline", "date", "kind", "hide", "leave-out", "same-as", "note"), "settled" (with "rule", "line" or "lines", "reason")';
	const { output, problems, lost } = checkAll<Written>(file, yaml, sidecarSchema, keys);
	if (!output) return { sidecar: emptySidecar(), problems, isWhole: false };
	const isLost = (at: number, key: string) =>
		lost.some((path) => path[0] === 'articles' && path[1] === at && (path[2] ?? key) === key);
	const sidecar: Sidecar = {
		...emptySidecar(),
		publication: output.publication ?? null,
		language: output.language ?? null,
		rights: output.rights ?? null,
		date: dateOf(output.date, yaml.lineOf(['date'])),
		dateOrder: output['date-order']
			? { order: output['date-order'], line: yaml.lineOf(['date-order']) }
			: null,
		columns: Object.fromEntries(Object.entries(output.columns ?? {})),
		lineOf: (key) => yaml.lineOf([key])
	};
	const begin = (start: CuratedStart, where: number) => {
		if (sidecar.starts.has(start.line)) {
			const message = `Line ${start.line} is given twice. Put what is known of that article in one entry.`;
			problems.push(error(file, where, 'sidecar/line-twice', message));
		}
		sidecar.written.set(start.line, where);
		sidecar.starts.set(start.line, start);
	};
	for (const [at, written] of (output.articles ?? []).entries()) {
		if (isLost(at, 'line') || isLost(at, 'lines')) continue;
		const fault = faultIn(written);
		const range = rangeOf(written);
		const path = ['articles', at, ...(fault?.key ? [fault.key] : [])];
		if (fault) problems.push(error(file, yaml.lineOf(path), fault.rule, fault.message));
		if (fault || !range) continue;
		const edit = editOf(written, range, at, yaml);
		const where = edit.lineOf(written.line === undefined ? 'lines' : 'line');
		const outside = [edit.to, ...(written.split ?? [])].find((line) => line > seed.lines);
		const astray = (written.split ?? []).find((line) => line < edit.from || line > edit.to);
		if (outside !== undefined) {
			const message = `Line ${outside} is outside the file: ${seed.name} has ${seed.lines} lines. Correct the number.`;
			problems.push(error(file, where, 'sidecar/line-outside', message));
			continue;
		}
		if (astray !== undefined) {
			const message = `Line ${astray} lies outside of the range ${edit.from}-${edit.to} that it should split. Correct one of them.`;
			problems.push(error(file, edit.lineOf('split'), 'sidecar/line-outside', message));
			continue;
		}
		const reason = written['leave-out'];
		if (reason !== undefined) {
			sidecar.leftOut.push({ lines: range, reason, line: edit.lineOf('leave-out') });
			continue;
		}
		sidecar.edits.push(edit);
		const { number, headline } = edit;
		if (written.line !== undefined) begin({ line: written.line, number, headline }, where);
		for (const line of written.split ?? []) {
			begin({ line, number: null, headline: null }, edit.lineOf('split'));
		}
	}
	for (const [at, written] of (output.settled ?? []).entries()) {
		if (lost.some((path) => path[0] === 'settled' && path[1] === at)) continue;
		const { rule, reason } = written;
		sidecar.settled.push({
			rule,
			lines: rangeOf(written),
			reason,
			line: yaml.lineOf(['settled', at])
		});
	}
	const places = ['articles', 'line', 'lines', 'split', 'merge'];
	const isWhole = !lost.some((path) => path.length === 2 || places.includes(String(path.at(-1))));
	return { sidecar, problems, isWhole };
}
