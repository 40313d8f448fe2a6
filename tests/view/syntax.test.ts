/** Whatever an archive holds, every example of the syntax card finds something in it and is read without a remark. */
import { describe, expect, test } from 'vitest';
import { openBundle } from '../../src/lib/bundle/open.ts';
import type { Files } from '../../src/lib/bundle/format.ts';
import type { Seed } from '../../src/lib/ingest/ingest.ts';
import { press } from '../../src/lib/press/press.ts';
import { openEngine } from '../../src/lib/search/engine.ts';
import { examplesOf } from '../../src/lib/view/syntax.ts';
import { seedsOf } from '../ingest/read-folder.ts';

const readerOf = (files: Files) => async (path: string) => {
	const bytes = files.get(path);
	if (!bytes) throw new Error(`no ${path}`);
	return bytes;
};

/** A seed of its own for each article: headline, more of its head, text. */
const filed = (...articles: [headline: string, head: string, text: string][]): Seed[] =>
	articles.map(([headline, head, text], at) => ({
		name: `${at}.md`,
		bytes: new TextEncoder().encode(
			`---\n${headline === '' ? '' : `headline: ${JSON.stringify(headline)}\n`}${head}\n---\n\n${text}\n`
		)
	}));

const archives: Record<string, () => Seed[] | Promise<Seed[]>> = {
	'the seeds': () => seedsOf('seeds'),
	'headlines in capitals, of the last months of one year': () =>
		filed(
			['HARBOUR STRIKE ENDS', 'date: 1911-11-02\nauthor: William "Bill" Smith', 'The harbour.'],
			['Harbour Strike Begins With Their Return', 'date: 1911-10', 'A harbour strike.']
		),
	'common words and one headline': () =>
		filed(['These Were Their Views', 'date: 1911', 'Of the harbour.']),
	'one word for a headline': () => filed(['Fog', '', 'Thick.'], ['Darkness', '', 'Thick, too.']),
	'no headlines at all': () => filed(['', 'date: 0987', 'Thick fog.']),
	'other scripts, accents and signs': () =>
		filed(
			['北京の新聞', 'lang: ja', '北京大学'],
			['L’Humanité: “Đilas’ Straße” – four-week Öcalan', 'lang: fr', 'Tout.'],
			['Δρόμος προς την πόλη', 'lang: el\nauthor: Ωνάσης', 'Δρόμος.']
		),
	'no article': () => []
};

describe('every example of the syntax card finds something', () => {
	test.each(Object.keys(archives))('%s', async (name) => {
		const { files, manifest } = await press(await archives[name]!());
		const { catalog, entries } = await openBundle(readerOf(files));
		const headlines = (await entries.all()).flatMap(({ headline }) => headline ?? []);
		const engine = await openEngine({ manifest, read: readerOf(files) });
		await engine.loadTexts();
		const examples = examplesOf(catalog, headlines).flatMap((group) => group.examples);
		if (name === 'the seeds') expect(examples.length).toBeGreaterThan(18);
		if (name === 'no article') return;
		for (const [query] of examples) {
			const { rows, problems } = await engine.ask({ query, any: false });
			expect([query, (rows?.length ?? 0) > 0, problems]).toEqual([query, true, []]);
		}
	});
});
