/** The invented archive, file by file: the same number of articles gives the same bytes. */
import { openLexicon } from './lexicon.ts';
import { inventAuthors, type Form } from './names.ts';
import {
	nameSheet,
	openStock,
	writeDaily,
	writeDigest,
	writeMagazine,
	type Sheet
} from './forms.ts';
import { planArticles, years, type Plan } from './plan.ts';
import { openRandom } from './random.ts';

/** How many articles stand in a file: the least, and how many more there may be. */
const fileSizes: Record<Form, readonly [least: number, more: number]> = {
	daily: [8, 16],
	digest: [6, 9],
	magazine: [3, 4]
};
const writers = { daily: writeDaily, digest: writeDigest, magazine: writeMagazine };

/** Parts the plans of each publication into files, in the order of their days. */
function filesOf(plans: readonly Plan[]): Plan[][] {
	const random = openRandom('files');
	const byPublication = new Map<string, Plan[]>();
	for (const plan of plans) {
		const name = plan.publication.name;
		byPublication.set(name, [...(byPublication.get(name) ?? []), plan]);
	}
	const files: Plan[][] = [];
	for (const own of byPublication.values()) {
		for (let at = 0; at < own.length;) {
			const [least, more] = fileSizes[own[0]?.publication.form ?? 'daily'];
			const size = least + random.below(more);
			files.push(own.slice(at, at + size));
			at += size;
		}
	}
	return files;
}

/** Writes an archive of so many articles, a sheet at a time. */
export function* generateArchive(count: number): Generator<Sheet> {
	const people = inventAuthors(90, ...years).map((author) => author.name);
	const stock = openStock(openLexicon(), people);
	const taken = new Set<string>();
	for (const plans of filesOf(planArticles(count))) {
		const form = plans[0]?.publication.form ?? 'daily';
		yield { name: nameSheet(plans, taken), ...writers[form](stock, plans) };
	}
}
