/** A timeline by itself over a small archive, and what tests look for in it. */
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { writeDay, type Day } from '../../src/lib/archive/day.ts';
import type { ArchiveEvent } from '../../src/lib/archive/event.ts';
import type { Archive } from '../../src/lib/bundle/open.ts';
import { readLink } from '../../src/lib/filter/link.ts';
import { stage, type Facts } from './stage.svelte.ts';
import TimelineStage from './TimelineStage.svelte';

/** As the seeds are: seven articles of three days, four of a month, thirteen of an uncertain day, two undated. */
export const seeds: Facts[] = [
	...['14', '14', '15', '16', '16', '16', '16'].map((date) => ({
		date: `2022-05-${date}`,
		publication: 'Daily'
	})),
	...Array.from({ length: 4 }, () => ({ date: '2025-05', publication: 'Magazine' })),
	...Array.from({ length: 13 }, () => ({ date: '2026-02-06?', publication: 'Digest' })),
	{ publication: 'Digest' },
	{ publication: 'Digest' }
];

/** Ten articles in each month of ten years, one of them known to the year only. */
export const decade: Facts[] = Array.from({ length: 120 }, (_, month) => {
	const [year, at] = [1990 + Math.floor(month / 12), String((month % 12) + 1).padStart(2, '0')];
	return Array.from({ length: 30 }, (_, number) => ({
		date: number === 0 ? `${year}` : `${year}-${at}-10`,
		publication: number === 1 && year === 1994 && month % 12 === 2 ? 'Rare' : 'Common'
	}));
}).flat();

/** `events`: those of the archive; null where it has some that cannot be fetched. `counted`: the bar of counts stands under it. */
export async function show(
	articles: readonly Facts[],
	link = '',
	wide = 1440,
	slim = false,
	events: readonly ArchiveEvent[] | null = [],
	counted = false
) {
	await page.viewport(wide, 600);
	const staged = stage(articles);
	const { catalog } = staged.explorer.archive;
	const days = (list: (number | null)[]) => list.filter((each) => each !== null);
	const [first, last] = [days(catalog.first), days(catalog.last)];
	const manifest: Partial<Archive['manifest']> = {
		counts: {
			articles: articles.length,
			files: 1,
			words: 1,
			authors: 0,
			undated: articles.length - first.length,
			seedBytes: 1
		},
		span: first.length
			? {
					first: writeDay(Math.min(...first) as Day),
					last: writeDay(Math.max(...last) as Day)
				}
			: null
	};
	Object.assign(staged.explorer.archive.manifest, manifest);
	if (events === null || events.length > 0) {
		staged.explorer.archive.manifest.events = 'events.json';
		staged.explorer.archive.read = async () => {
			if (events === null) throw new Error('gone');
			return new TextEncoder().encode(JSON.stringify(events));
		};
	}
	// The hand comes with what is not urgent; here nothing else is waited for.
	staged.explorer.answers.rested = true;
	if (link) staged.explorer.choose(readLink(link));
	await render(TimelineStage, { explorer: staged.explorer, slim, counted });
	await expect.poll(() => document.querySelector('.measured')).not.toBeNull();
	if (first.length && !slim)
		// It is fetched: on a machine that has much to do that takes its time.
		await expect
			.poll(() => document.querySelector('.brush .overlay'), { timeout: 15_000 })
			.not.toBeNull();
	return staged;
}

export const caption = () => document.querySelector('figcaption')?.textContent;
export const label = () => document.querySelector('text.label')?.textContent ?? null;
export const svg = () => document.querySelector('section svg[role=group]') as SVGSVGElement;
export const slider = (name: string) => page.getByRole('slider', { name });
export const field = (name: string) => page.getByRole('textbox', { name, exact: true });

/** Presses, drags and lets go at points of the picture; null stands for a press of Escape. */
export async function drag(...points: ([x: number, y: number] | null)[]) {
	const { left, top } = svg().getBoundingClientRect();
	const fire = (type: string, [x, y]: [number, number]) => {
		const at = document.elementFromPoint(left + x, top + y) ?? document.body;
		at.dispatchEvent(
			new MouseEvent(type, {
				bubbles: true,
				cancelable: true,
				view: window,
				clientX: left + x,
				clientY: top + y
			})
		);
	};
	fire('mousedown', points[0]!);
	for (const point of points.slice(1)) {
		if (point) fire('mousemove', point);
		else dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
		await new Promise((resolve) => requestAnimationFrame(resolve));
	}
	fire('mouseup', points.at(-1)!);
	await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The table, cell by cell. */
export const cells = () =>
	[...document.querySelectorAll('section tr')].map((row) =>
		[...row.children].map((cell) => cell.textContent)
	);
