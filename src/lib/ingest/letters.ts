/** How letters end, in the languages whose dates are read: `Yours, etc.,`, `I am, Sir, your obedient servant`. */

/** What opens a closing formula; the name of the writer may follow in the same paragraph. */
const formulas = [
	'yours(?:,? (?:&|etc|faithfully|truly|sincerely|respectfully|obediently|fraternally|in |ever)|[,.]|$)',
	'(?:faithfully|truly|sincerely|respectfully|fraternally|ever) yours',
	'(?:i|we) (?:am|are|remain|have the honour to (?:be|remain)),? (?:my )?(?:dear )?(?:sirs?|mr\\.? editor|gentlemen|yours)\\b',
	'(?:kind|best|warm|with (?:kind|best|fraternal)) (?:regards|wishes|greetings)\\b',
	'your (?:\\w+ )?(?:obedient|humble|faithful) servant\\b',
	'hochachtungsvoll|mit (?:\\p{L}+ )?(?:grüßen|gruß|gruss)\\b',
	'veuillez (?:agréer|recevoir)|agréez|recevez, (?:monsieur|madame)',
	'(?:muy )?atentamente|(?:su|de usted|de vd\\.?) (?:afectísimo|afmo\\.|atento|s\\. s\\.)',
	'(?:com )?(?:os )?(?:melhores|respeitosos) cumprimentos|atenciosamente|de v\\. (?:exª|ex\\.ª)',
	'(?:con )?(?:distinti|cordiali) saluti|con (?:perfetta )?osservanza',
	'hoogachtend|met (?:vriendelijke|hoogachting)',
	'högaktningsfullt|med (?:vänlig|venlig|vennlig) (?:hälsning|hilsen)|ærbødigst'
];
const closing = new RegExp(`^(?:${formulas.join('|')})`, 'iu');
const longest = 150;

/** True for a paragraph that takes leave of the reader of a letter, with the name under it or without. */
export function isClosing(text: string): boolean {
	return text.length <= longest && closing.test(text);
}

/** True for a leave without a name: who signs stands in the next paragraph. */
export function awaitsName(text: string): boolean {
	return isClosing(text) && (text.endsWith(',') || text.split(' ').length <= 3);
}
