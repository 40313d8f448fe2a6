/** An article as plain text, to be read or worked on by other programs. */
import type { Article, Block } from '../archive/article.ts';
import { dateInWords } from './dates.ts';
import type { Reference } from './reference.ts';
import { cite } from './styles.ts';

/** The text of a block with its notes called where they were, `[1]`. */
function textOf({ text, marks = [] }: Block): string {
	let called = '';
	let from = 0;
	for (const { at, number } of marks) {
		called += `${text.slice(from, at)}[${number}]`;
		from = at;
	}
	return called + text.slice(from);
}

function paragraphOf(block: Block): string {
	const text = textOf(block);
	if (block.kind === 'list') return text.replace(/^/gm, '- ');
	if (block.kind === 'quotation') return text.replace(/^/gm, '> ');
	if (block.kind === 'caption') return `[Picture: ${text}]`;
	return block.kind === 'elision' ? '[…]' : text;
}

/** Head, text, notes and citation, parted by empty lines; each paragraph is one line. */
export function plainText(article: Article, reference: Reference): string {
	const { edtf } = reference;
	const date = edtf === null ? 'Undated' : dateInWords(edtf);
	const head = [
		article.kicker,
		reference.title,
		article.deck,
		article.byline,
		[reference.publication, date].filter((part) => part !== null).join(', ')
	].filter((part) => part !== null);
	const notes = article.notes.map(({ number, text }) => `[${number}] ${text}`);
	return `${[
		head.join('\n'),
		...article.blocks.map(paragraphOf),
		...notes,
		...(reference.notes.length > 0 ? [reference.notes.join(' ')] : []),
		cite(reference, 'chicago')
	].join('\n\n')}\n`;
}
