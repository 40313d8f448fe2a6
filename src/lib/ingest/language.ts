/**
 * The language of a file, told by its commonest small words, where nobody states it. Only languages whose dates and
 * credits are read can be told; Danish and Norwegian share theirs, so that neither is.
 */
import type { Draft } from './draft.ts';

const small: Readonly<Record<string, ReadonlySet<string>>> = {
	en: words(
		'the of and to in is that for was with on by at from it he his had not were be as are which'
	),
	de: words(
		'und der die das nicht ist mit ein eine den dem von zu im auf in sind hat seit sie sich an bis wie wird man nach'
	),
	fr: words(
		'les des une est dans que du et le la qui pas sur par un au aux ne nous on ont à ce il plus se'
	),
	es: words('los las una del que el con por para se su la en y un al no es lo más como han está'),
	pt: words('os uma não da do em que ao com para se na no e um as dos das é por mais foi à'),
	it: words('il gli che della del una è di per con sono non nel e un la le al alla dei si ha da'),
	nl: words('het een van niet zijn werd de en dat op te voor met in is aan er bij ook maar naar'),
	sv: words('och att det inte som är en på av för med den till i har de om ett var från')
};
/** The languages that have each of these words. */
const languagesOf = new Map<string, string[]>();
for (const [code, own] of Object.entries(small)) {
	for (const word of own) languagesOf.set(word, [...(languagesOf.get(word) ?? []), code]);
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(' '));
}

/** Small words are a fifth and more of most texts, and of those of another language hardly a tenth. */
const leastShare = 0.15;
/** By so much it must lead before the next, and before English. */
const [lead, leadOverDefault] = [1.4, 2];
const fewestWords = 30;
/** So much of a file is looked at: blocks, evenly over the whole of it, and characters of each. */
const [sampleBlocks, sampleWidth] = [24, 200];

/** A language tag; null where none can be told from English, which is taken for the language of what says nothing else. */
export function tellLanguage(drafts: readonly Draft[]): string | null {
	const counts = new Map<string, number>([['en', 0]]);
	let all = 0;
	const blocks = drafts.flatMap((draft) => draft.blocks);
	const step = Math.max(1, blocks.length / sampleBlocks);
	for (let at = 0; at < blocks.length; at += step) {
		const text = blocks[Math.floor(at)]?.text.slice(0, sampleWidth).toLowerCase() ?? '';
		for (const word of text.match(/\p{L}+/gu) ?? []) {
			all += 1;
			for (const code of languagesOf.get(word) ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
		}
	}
	const [first, second = ['', 0]] = [...counts].sort((a, b) => b[1] - a[1]);
	if (!first || all < fewestWords || first[0] === 'en') return null;
	const isSure =
		first[1] >= all * leastShare &&
		first[1] >= second[1] * lead &&
		first[1] >= (counts.get('en') ?? 0) * leadOverDefault;
	return isSure ? first[0] : null;
}
