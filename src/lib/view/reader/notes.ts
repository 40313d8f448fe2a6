/** Notes and the places that call them: ids for both, so that each links to the other. */
import type { Article, Note } from '../../archive/article.ts';
import { noteAnchor } from '../../filter/link.ts';

/** A place in the text that calls a note. */
export interface Call {
	id: string;
	/** The number as printed. */
	number: string;
	/** Id and text of the note; null where the article has no note of that number. */
	note: { id: string; text: string } | null;
	/** True for the first call of its number. */
	first: boolean;
}

/** A note at the end of the article. */
export interface NoteEntry {
	note: Note;
	id: string;
	/** Id of the first place that calls it; null where none does. */
	call: string | null;
}

export interface NoteLinks {
	entries: NoteEntry[];
	/** For each block, its calls, one for each mark. */
	calls: Call[][];
}

/** Links the notes of an article both ways; `prefix` keeps the ids of two articles on one page apart. */
export function linkNotes(article: Pick<Article, 'blocks' | 'notes'>, prefix = ''): NoteLinks {
	const entries = article.notes.map((note, at): NoteEntry => ({
		note,
		id: prefix + noteAnchor(at),
		call: null
	}));
	const called = new Set<string>();
	let count = 0;
	const calls = article.blocks.map((block) =>
		(block.marks ?? []).map(({ number }): Call => {
			const id = `${prefix}call-${++count}`;
			// Two notes of one number: a mark calls the first, as a reader would look it up.
			const entry = entries.find(({ note }) => note.number === number);
			const first = !called.has(number);
			called.add(number);
			if (entry) entry.call ??= id;
			return { id, number, first, note: entry ? { id: entry.id, text: entry.note.text } : null };
		})
	);
	return { entries, calls };
}
