/** Names of months in other languages than English, so that a date can be typed as the paper printed it. */
import { monthNames } from '../../archive/day.ts';
import { fold } from '../../archive/fold.ts';

const languages = ['es', 'fr', 'de', 'it', 'pt', 'nl'];

let known: Map<string, string> | null = null;

/** Names, whole and short, folded, to the English name; as the browser knows them, so that no table has to be fetched. */
function names(): Map<string, string> {
	if (known) return known;
	known = new Map();
	for (const language of languages)
		for (const month of ['long', 'short'] as const) {
			// Beside a day: some languages have another form for a month alone.
			const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
			for (const [at, english] of monthNames.entries()) {
				const parts = format.formatToParts(Date.UTC(2001, at, 1));
				const name = fold(parts.find(({ type }) => type === 'month')?.value ?? '');
				if (/^[a-z]{3,}$/.test(name)) known.set(name, english.toLowerCase());
			}
		}
	for (const english of monthNames) known.delete(english.toLowerCase());
	return known;
}

/**
 * A text, in small letters, with the months of other languages in English, and without the small words and signs that
 * such dates have: `1º de março de 1994` as `1 march 1994`. Any other text comes back as it is.
 */
export function inEnglish(text: string): string {
	let found = false;
	const words = text.replace(/[\p{L}\p{M}]+/gu, (word) => {
		const english = names().get(fold(word));
		found ||= english !== undefined;
		return english ?? word;
	});
	if (!found) return text;
	return words
		.replace(/(?<=^| )(?:el|le|il|den|am|der|op|o) (?=\d)/g, '')
		.replace(/(?<=\d) ?(?:er|[oº.])(?= [a-z])/g, '')
		.replace(/(?<=[\d\p{L}.]) (?:del?|di|do|du|von|van) (?=[\d\p{L}])/gu, ' ');
}
