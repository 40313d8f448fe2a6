/** Sentences about one article: its date and how it is known, its kind and length, where it comes from. */
import { headlineOf, type Article, type Basis, type Lines } from '../../archive/article.ts';
import { describeLabelled, doubtOf, knownOf } from '../../archive/known.ts';
import { openingWords } from '../../archive/text.ts';
import { counted } from '../labels.ts';

/** Words that a reader takes in a minute. */
const readingSpeed = 210;

/** `lines 50–92`, `line 7`. */
export function describeLines([first, last]: Lines): string {
	return first === last ? `line ${first}` : `lines ${first}–${last}`;
}

/** The publication date in words, or "Undated"; what makes it doubtful is said beside: see `describeDoubt`. */
export function describeDate(article: Pick<Article, 'date'>): string {
	return describeLabelled(article.date?.edtf ?? null);
}

/** Why a value stands, where that is not simply because the file says so; null where it is. */
export function describeBasis(basis: Basis | null): string | null {
	if (basis === 'curated') return 'given by a curator';
	return basis === 'inferred' ? 'inferred' : null;
}

/** How well the date is known and why it stands: `uncertain, given by a curator`; null where the file gives the day. */
export function describeDoubt(article: Pick<Article, 'date'>): string | null {
	if (!article.date) return null;
	const known = knownOf(article.date.edtf);
	let basis = describeBasis(article.date.basis);
	if (known === 'uncertain' && !basis) basis = 'as stated in the file';
	const words = [doubtOf(article.date.edtf), basis].filter(Boolean);
	return words.length > 0 ? words.join(', ') : null;
}

/** A date that HTML's `time` can carry; null for seasons, ranges and doubtful dates. */
export function machineDate(article: Pick<Article, 'date'>): string | null {
	const edtf = article.date?.edtf ?? '';
	const known = knownOf(article.date?.edtf ?? null);
	return /^\d{4}(-\d{2}){0,2}$/.test(edtf) && !(known === 'year' && edtf.length > 4) ? edtf : null;
}

/** `Full article, 1,211 words, 6 min`; an excerpt says that text was left out. */
export function describeKind(article: Pick<Article, 'kind' | 'words'>): string {
	const words = counted(article.words, 'word');
	if (article.kind === 'notice') return `Notice, ${words}`;
	const minutes = Math.max(1, Math.round(article.words / readingSpeed));
	const length = `${words}, ${minutes} min`;
	return article.kind === 'full'
		? `Full article, ${length}`
		: `Excerpt, ${length}: the source left text out`;
}

/** The lines that hold the notes, first to last; null where there are none. */
export function noteLinesOf(article: Pick<Article, 'notes'>): Lines | null {
	if (article.notes.length === 0) return null;
	const lines = article.notes.flatMap((note) => [...note.lines]);
	return [Math.min(...lines), Math.max(...lines)];
}

/** How the text on the page differs from the lines in the file. */
export function describeTreatment(article: Article): string {
	const { file, lines } = article.source;
	const steps = ['Line breaks joined'];
	if (article.notes.length > 0) steps.push('notes matched to their numbers');
	return `Text as filed in ${file}, ${describeLines(lines)}. ${steps.join('; ')}; no word changed.`;
}

/** The opening words of the text, for those who see the article named and not yet open. */
export function describeOpening(article: Article, length = 155): string {
	const first = article.blocks.find(({ kind }) => kind === 'paragraph' || kind === 'quotation');
	return openingWords(first?.text ?? headlineOf(article), 40, length);
}
