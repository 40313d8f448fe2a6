/** A list on paper: all of it where it has come, what is lacking fetched first, and where it ends said in any case. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { Entries } from '../../src/lib/bundle/entries.ts';
import { BundleError } from '../../src/lib/bundle/format.ts';
import type { Explorer } from '../../src/lib/explorer/explorer.svelte.ts';
import { describeEnd, mostOnPaper } from '../../src/lib/view/printing/printing.svelte.ts';
import Stage from './Stage.svelte';
import { stage } from './stage.svelte.ts';

const size = 60;
const perFile = 10;
/** The newest first: row 59 is the first of the list. */
const facts = Array.from({ length: size }, (_, row) => ({
	date: `19${10 + row}-05-03`,
	authors: row % 2 ? ['Anna Prins'] : [],
	publication: 'The Courier'
}));

let print: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
	print = vi
		.spyOn(window, 'print')
		.mockImplementation(() => dispatchEvent(new Event('beforeprint')));
});
afterEach(() => print.mockRestore());

/** An explorer whose entries come in files of ten, from `read`. */
function staged(read: (file: number) => Promise<void>): Explorer {
	const { explorer } = stage(facts);
	const files = { folder: 'entries', perFile, hashes: '012345'.repeat(size / perFile), bytes: 1 };
	const entries = new Entries(files, size, async ({ path }) => {
		const file = Number(/(\d+)-/.exec(path)?.[1]);
		await read(file);
		return Array.from({ length: perFile }, (_, at) => {
			const row = file * perFile + at;
			const headline = row === 3 ? null : `Headline ${row}`;
			const supplied = row === 3 ? 'The tide was late …' : null;
			const dateBasis = row === 4 ? 'inferred' : 'stated';
			const edtf = facts[row]?.date ?? null;
			return {
				id: `a-${row}`,
				headline,
				supplied,
				edtf,
				dateBasis,
				file: 'a.txt',
				lines: [row, row] as const,
				opening: ''
			};
		});
	});
	const manifest = { ...explorer.archive.manifest, counts: { articles: size }, entries: files };
	Object.assign(explorer.archive, { entries, manifest });
	return explorer;
}

async function drawn(explorer: Explorer) {
	const { container } = render(Stage, { explorer, of: 'results' });
	await vi.waitFor(() => expect(container.querySelectorAll('.result')).toHaveLength(25));
	explorer.answers.rested = true;
	const key = () => {
		const event = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, cancelable: true });
		dispatchEvent(event);
		return event.defaultPrevented;
	};
	const paper = () => container.querySelector('.paper');
	// What hears of printing has come when it fills the paper.
	await vi.waitFor(() => {
		dispatchEvent(new Event('beforeprint'));
		expect(paper()).not.toBeNull();
	});
	const bar = () => container.querySelector('.bar');
	return { container, key, paper, bar };
}

test('a list prints to its end where it has come, the articles after those shown in short', async () => {
	const explorer = staged(() => Promise.resolve());
	await explorer.archive.entries.all();
	const { container, key, paper } = await drawn(explorer);
	expect(key(), 'left to the browser').toBe(false);
	const rest = [...(paper()?.querySelectorAll('li') ?? [])].map((each) =>
		(each.textContent ?? '').replace(/\s+/g, ' ').trim()
	);
	expect(rest).toHaveLength(35);
	expect(rest[0]).toBe('26. 3 May 1944 Headline 34 No byline; The Courier; a.txt, lines 34–34');
	expect(rest[1]).toContain('Anna Prins; The Courier');
	// Nothing is surer on paper than on the page.
	expect(rest.at(-5)).toContain('3 May 1914 inferred Headline 4');
	expect(rest.at(-4)).toContain('[The tide was late …]');
	expect(paper()?.textContent).toContain('26 to 60, in short:');
	expect(paper()?.textContent).toContain('End of the list: 60 articles.');
	expect(container.querySelector('.more')?.classList).toContain('screen-only');

	// Of another list nothing of this one stands there.
	explorer.sort('oldest');
	await vi.waitFor(() => expect(paper()).toBeNull());
});

test('what has not come is fetched first, can be called off, and is said to be missing', async () => {
	const held: (() => void)[] = [];
	const explorer = staged((file) =>
		file >= 3 ? Promise.resolve() : new Promise((done) => held.push(done))
	);
	const { key, paper, bar } = await drawn(explorer);
	expect(paper()?.textContent).toMatch(/The first 30 of 60 articles stand here: .*Export/);

	expect(key()).toBe(true);
	await vi.waitFor(() =>
		expect(bar()?.textContent).toMatch(/Fetching the list to print it: 0 of 60/)
	);
	const cancel = bar()?.querySelector('button');
	expect(document.activeElement).toBe(cancel);
	cancel?.click();
	await vi.waitFor(() => expect(bar()).toBeNull());
	for (const release of held) release();
	await vi.waitFor(() => expect(explorer.archive.entries.loaded()).toHaveLength(60));
	expect(print).not.toHaveBeenCalled();
});

test('a failure is said, and the list is printed once it has come', async () => {
	let fails = true;
	const explorer = staged((file) =>
		file >= 3 || !fails ? Promise.resolve() : Promise.reject(new BundleError('No connection.'))
	);
	const { key, paper, bar } = await drawn(explorer);
	key();
	await vi.waitFor(() => expect(bar()?.textContent).toContain('No connection.'));
	expect(print).not.toHaveBeenCalled();
	fails = false;
	bar()?.querySelector('button')?.click();
	await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
	expect(paper()?.textContent).toContain('End of the list: 60 articles.');
	expect(bar()).toBeNull();
});

test('paper takes no more than so much of a list, and says what does', () => {
	expect(describeEnd(mostOnPaper, 150_000)).toBe(
		'The first 10,000 of 150,000 articles stand here: paper takes no more of a list. Export on the page saves all of them as a table.'
	);
});
