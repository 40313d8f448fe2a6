/** The records of a table or of JSON Lines, added to a reading, with what is wrong with them. */
import type { Lines } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { isAmbiguousDate, readOrderedDate } from '../dates.ts';
import {
	inferred,
	type DateOrder,
	type Draft,
	type Given,
	type Page,
	type Reading
} from '../draft.ts';
import { warning } from '../problem.ts';
import { draftOfRecord, type Fields } from '../record.ts';

/** The reader of a table's records: adds them to a reading, with what is wrong with them. */
export class Records {
	/** Dates in numbers either of which may be the month. */
	readonly #unsure: { draft: Draft; written: string; lines: Lines }[] = [];
	/** Lines of dates that can be read in one way only, by what stands first in them. */
	readonly #seen: Partial<Record<DateOrder, number>> = {};

	constructor(
		readonly part: 'table' | 'json-lines',
		readonly page: Page,
		readonly reading: Reading,
		readonly given: Given
	) {}

	report(rule: 'bad-date' | 'empty-record', lines: Lines, message: string): void {
		this.reading.problems.push(warning(this.page.file, lines[0], `${this.part}/${rule}`, message));
	}

	add(fields: Fields, lines: Lines): void {
		const draft = draftOfRecord(this.part, fields, lines);
		const written = tidy(fields.date ?? '');
		if (written !== '') this.#checkDate(draft, written, lines);
		if (draft.headline !== null || draft.blocks.length > 0) {
			this.reading.drafts.push(draft);
			return;
		}
		const message =
			'This record has neither headline nor text, and became no article. Fill it, or take it out.';
		this.report('empty-record', lines, message);
		this.reading.claims.push({ as: 'record', lines });
	}

	#checkDate(draft: Draft, written: string, lines: Lines): void {
		const [, first, second] = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}$/.exec(written) ?? [];
		if (draft.date !== null) {
			if (Number(first) > 12) this.#seen['day-first'] ??= lines[0];
			if (Number(second) > 12) this.#seen['month-first'] ??= lines[0];
		} else if (isAmbiguousDate(written)) this.#unsure.push({ draft, written, lines });
		else {
			const day = serialDay(written);
			const message =
				day === null
					? `The date "${written.slice(0, 60)}" cannot be read in one way only, so the article is undated. ${this.#howToDate(lines)}`
					: `The date "${written}" is a number, as spreadsheets keep days (it would be ${day}), so the article is undated. Show the column as dates before you save the table (2022-05-16), or write beside it, in ${this.page.file}.yaml: "articles: [{ line: ${lines[0]}, date: ${day} }]".`;
			this.report('bad-date', lines, message);
		}
	}

	#howToDate(lines: Lines): string {
		return `Write it as 2022-05-16, or beside the table, in ${this.page.file}.yaml: "articles: [{ line: ${lines[0]}, date: ... }]".`;
	}

	/**
	 * Reads the dates that alone could be read in two ways: as the curator says, or as all others of the table are, where
	 * one of them can be read in one way only.
	 */
	end(): void {
		const { 'day-first': day, 'month-first': month } = this.#seen;
		const told = this.given.dateOrder ?? null;
		const seen =
			day === undefined
				? month === undefined
					? null
					: 'month-first'
				: month === undefined
					? 'day-first'
					: null;
		const order = told?.order ?? seen;
		for (const { draft, written, lines } of this.#unsure) {
			const edtf = order === null ? null : readOrderedDate(written, order);
			if (edtf === null) {
				const message = `The date "${written}" can be read in two ways, and the table does not tell which number is the month, so the article is undated. Say it for all of them in ${this.page.file}.yaml: "date-order: day-first" (or month-first).`;
				this.report('bad-date', lines, message);
				continue;
			}
			const basis = told ? 'curated' : 'inferred';
			draft.date = { edtf, printed: written, basis };
			draft.why.date = told
				? { basis, rule: 'sidecar/date-order', line: told.line }
				: inferred(`${this.part}/date-order`, day ?? month ?? null);
		}
	}
}

/** The day that a spreadsheet keeps as a number, 1 being the first of 1900; null where it is no such number. */
function serialDay(written: string): string | null {
	if (!/^\d{4,5}(?:\.\d+)?$/.test(written)) return null;
	const days = Math.floor(Number(written));
	// It counts a 29 February 1900, which there was not.
	return days <= 60
		? null
		: new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}
