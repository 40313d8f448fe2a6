/** A magazine cut into its stretches: articles, which end at end marks, and the lists of notes behind them. */
import type { Lines } from '../../archive/article.ts';
import { isBlank, lineAt, type CuratedStart, type Page } from '../draft.ts';
import { isBareNote, isNoteLine, isNotesHeading, noteNumber } from '../notes.ts';

/** True where an end mark stands at the end of a line. */
export function hasEndMark(line: string): boolean {
	return /[■□▪◼∎◆♦]\s*$/.test(line.slice(-8));
}

/** A stretch of lines: an article, notes, or the word that heads them. */
export interface Stretch {
	kind: 'article' | 'notes' | 'notes-heading';
	lines: Lines;
	curated: boolean;
}

function trimmed(page: Page, from: number, to: number): Lines | null {
	let [first, last] = [from, to];
	while (first <= last && isBlank(page, first)) first += 1;
	while (last >= first && isBlank(page, last)) last -= 1;
	return first <= last ? [first, last] : null;
}

/** The line at which a list of notes opens in `from` to `to`, so that it fills the rest; null where there is none. */
export function notesFrom(page: Page, from: number, to: number): number | null {
	let opens: number | null = null;
	let expected: number | null = null;
	for (let line = to; line >= from; line -= 1) {
		if (isBlank(page, line)) continue;
		const number = noteNumber(page, line);
		if (number === null || (expected !== null && number !== expected)) break;
		opens = line;
		expected = number - 1;
	}
	if (opens !== null && isBareNote(page, opens) && opens === lastPrinted(page, to)) return null;
	return opens;
}

function lastPrinted(page: Page, to: number): number {
	let line = to;
	while (line > 1 && isBlank(page, line)) line -= 1;
	return line;
}

/** Cuts the page at end marks, curated starts and lists of notes. */
export function stretchesOf(
	page: Page,
	from: number,
	starts: ReadonlyMap<number, CuratedStart>
): Stretch[] {
	const stretches: Stretch[] = [];
	let first = from;
	let curated = false;
	const close = (last: number) => {
		let begin = first;
		first = last + 1;
		const passHeading = (line: number | null) => {
			if (line === null || !isNotesHeading(page, line)) return false;
			stretches.push({ kind: 'notes-heading', lines: [line, line], curated: false });
			return true;
		};
		const top = trimmed(page, begin, last)?.[0] ?? last;
		if (stretches.length > 0 && isNotes(page, top + 1, last) && passHeading(top)) begin = top + 1;
		// Notes belong to an article before them: without one, numbered lines are its text.
		if (stretches.length > 0 && isNotes(page, begin, last)) {
			let end = begin;
			for (let line = begin; line <= last; line += 1) if (isNoteLine(page, line)) end = line;
			// The last note may be broken over lines too.
			while (end < last && /^\s*\p{Ll}/u.test(lineAt(page, end + 1))) end += 1;
			const lines = trimmed(page, begin, end);
			if (lines) stretches.push({ kind: 'notes', lines, curated: false });
			begin = end + 1;
		}
		const opens = notesFrom(page, begin, last);
		const isList = opens !== null && noteNumber(page, opens) === 1;
		const above = isList ? (trimmed(page, begin, opens - 1)?.[1] ?? null) : null;
		const headed = above !== null && above > begin && passHeading(above);
		const article = trimmed(page, begin, headed ? above - 1 : isList ? opens - 1 : last);
		const notes = isList && article ? trimmed(page, opens, last) : null;
		const lines = article ?? trimmed(page, begin, last);
		if (lines) stretches.push({ kind: 'article', lines, curated });
		if (notes) stretches.push({ kind: 'notes', lines: notes, curated: false });
		curated = false;
	};
	for (let line = from; line <= page.lines.length; line += 1) {
		if (starts.has(line) && !isBlank(page, line) && trimmed(page, first, line - 1)) {
			close(line - 1);
			curated = true;
		}
		if (hasEndMark(lineAt(page, line))) close(line);
	}
	close(page.lines.length);
	return stretches;
}

/** True where the first line that is not blank opens notes: numbered 1, or going on from somewhere, twice in a row. */
function isNotes(page: Page, from: number, to: number): boolean {
	const lines: number[] = [];
	for (let line = from; line <= to && lines.length < 2; line += 1) {
		if (!isBlank(page, line)) lines.push(line);
	}
	const [first, second] = lines.map((line) => noteNumber(page, line));
	if (first === null || first === undefined) return false;
	const bare = isBareNote(page, lines[0] ?? from);
	return (first === 1 && !bare) || (second !== undefined && second === first + 1);
}
