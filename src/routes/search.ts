/** Connects the page to its search: a worker, or the page's own thread where there can be none. */
import { base } from '$app/paths';
import { librarySource, readFrom, startWorker } from '$output';
import type { Archive } from '$lib/bundle/open.ts';
import type { Search } from '$lib/explorer/answers.svelte.ts';
import type { Explorer } from '$lib/explorer/explorer.svelte.ts';
import { connectEngine } from '$lib/search/client.ts';
import { counted } from '$lib/view/labels.ts';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

/** Starts the search of an archive and tells the explorer how it gets on. */
export function connectSearch(archive: Archive, explorer: () => Explorer): Search {
	const { manifest } = archive;
	let ahead: Promise<void> | null = null;
	const client = connectEngine({
		library: { manifest, read: readFrom(base) },
		source: librarySource(base),
		start: startWorker,
		onProgress: (read, all) =>
			(explorer().answers.progress =
				read < all
					? `Reading the index of ${counted(manifest.counts.articles, 'article')}, ${megabytes(read)} of ${megabytes(all)} MB. You can browse by date and byline already.`
					: null),
		onNotice: (message) => {
			explorer().answers.notice = message;
			// The texts that the worker had read went with it.
			ahead = null;
		}
	});
	// With all texts at hand every answer counts its matches; the question in force is then asked again.
	const readAhead = () => {
		ahead ??= client.ready
			.catch(() => undefined)
			// The line is free for the first question's own files before everything else is read ahead.
			.then(() => new Promise((resolve) => setTimeout(resolve, 500)))
			.then(() => client.loadTexts())
			// Whoever has the texts can have what lists show of them: no answer waits for it any more.
			.then(() => (client.textsLoaded ? archive.entries.all() : null))
			.then(() => {
				explorer().answers.rested = true;
				explorer().answers.large = !client.textsLoaded;
				return explorer().answers.ask();
			})
			.catch(() => {
				// A bundle that cannot be read is said with the first answer, where the reader looks for it.
				ahead = null;
			});
	};
	readAhead();
	return {
		ask: async (question) => {
			const answer = await client.ask(question);
			// What could not be read ahead before is tried again once the network has answered.
			if (answer) readAhead();
			return answer;
		},
		excerpts: (question, rows) => client.excerpts(question, rows),
		lines: (question, rows) => client.lines(question, rows),
		compare: (questions) => client.compare(questions),
		suggest: (typed) => client.suggest(typed),
		nearest: (words) => client.nearest(words),
		counts: (rows) => client.counts(rows)
	};
}
