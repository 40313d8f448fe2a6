/** What odd archives look like: geometry and words, not pixels. */
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Facts } from './stage.svelte.ts';
import { caption, cells, decade, drag, field, label, seeds, show, svg } from './timeline-stage.ts';

const heading = () => document.querySelector('h2')?.textContent?.trim();
const path = (name: string) => svg().querySelector(`path.${name}`)?.getAttribute('d') ?? '';
/** Rectangles of a path of bars or bricks. */
const rects = (d: string) =>
	[...d.matchAll(/M(-?[\d.]+) (-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)/g)].map((found) => {
		const [x, y, width, height] = found.slice(1).map(Number) as [number, number, number, number];
		return { x, y, width, height };
	});
/** From where to where the base line runs, in pixels; held and empty stretches apart. */
const stretches = (name: 'held' | 'empty') => {
	const [held, empty] = [...svg().querySelectorAll('path.base')];
	const d = (name === 'held' ? held : empty)?.getAttribute('d') ?? '';
	return [...d.matchAll(/M([\d.]+) [\d.]+H([\d.]+)/g)].map((found) => [
		Number(found[1]),
		Number(found[2])
	]);
};
const within = ({ x, y, width, height }: ReturnType<typeof rects>[number]) => {
	expect(x).toBeGreaterThanOrEqual(34);
	expect(x + width).toBeLessThanOrEqual(svg().clientWidth + 1);
	expect(y).toBeGreaterThanOrEqual(0);
	expect(height).toBeGreaterThan(0);
};

describe.each([1440, 390])('at %i px', (wide) => {
	test('one article is one brick of a modest height in its day', async () => {
		await show([{ date: '2022-05-16' }], '', wide);
		expect(heading()).toBe('Articles by day');
		const [brick, ...others] = rects(path('solid'));
		expect(others).toEqual([]);
		within(brick!);
		expect(brick!.height).toBeLessThanOrEqual(24);
		// The sixteenth of the 31 days of May.
		const pitch = (svg().clientWidth - 34) / 31;
		expect(brick!.x).toBeCloseTo(34 + 15 * pitch, -1);
		expect(caption()).toBe('1 article on 16 May 2022.');
		expect(cells().at(-1)).toEqual(['All', '1', '0', '1']);
	});

	test('three hundred on one day are one bar up to the highest count, and the rest of the month is empty', async () => {
		await show(
			Array.from({ length: 300 }, () => ({ date: '2022-05-16' })),
			'',
			wide
		);
		const bars = rects(path('solid')).filter(({ height }) => height > 0);
		expect(bars).toHaveLength(1);
		within(bars[0]!);
		expect(bars[0]!.height).toBeGreaterThan(90);
		expect(stretches('held')).toHaveLength(1);
		expect(stretches('empty')).toHaveLength(2);
		expect(caption()).toBe('300 articles on 16 May 2022.');
	});

	test('three articles in three hundred years stand far apart on a broken line', async () => {
		await show([{ date: '1704-03-02' }, { date: '1850' }, { date: '2004-05' }], '', wide);
		expect(heading()).toBe(wide > 600 ? 'Articles by decade' : 'Articles by decade');
		expect(rects(path('solid'))).toHaveLength(1);
		expect(rects(path('outline'))).toHaveLength(2);
		expect(stretches('held')).toHaveLength(3);
		expect(stretches('empty')).toHaveLength(2);
		expect(cells().map(([name]) => name)).toEqual([
			'Period',
			'1700s',
			'1710 – 1849, nothing held',
			'1850s',
			'1860 – 1999, nothing held',
			'2000s',
			'All'
		]);
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(wide);
	});

	test('where everything is undated there is no axis to zoom, no field to fill, and a count', async () => {
		await show([{}, {}, {}], '', wide);
		expect(heading()).toBe('Articles without a date');
		expect(caption()).toBe('3 articles, all undated.');
		expect(cells().at(-2)).toEqual(['Undated', '', '3', '3']);
		expect(document.querySelector('[role=slider], .fields')).toBeNull();
		await expect.poll(() => page.getByRole('button', { name: 'Zoom in' }).query()).toBeNull();
	});

	const undatedBox = () => {
		const button = page.getByRole('button', { name: /^Undated/ }).element();
		const { top, right } = document.querySelector('.measure')!.getBoundingClientRect();
		const marks = [...button.querySelectorAll('path[d^=M], text, line')]
			.map((each) => each.getBoundingClientRect())
			.filter(({ width }) => width > 0);
		return {
			above: Math.min(...marks.map((each) => each.top)) - top,
			beside: Math.max(...marks.map((each) => each.right)) - right
		};
	};

	test.each([4, 20, 21, 400])(
		'%i without a date beside two stay within the picture, and up to twenty have the scale of all',
		async (undated) => {
			await show(
				[
					{ date: '2022-05-16' },
					{ date: '2022-07' },
					...Array.from({ length: undated }, () => ({}))
				],
				'',
				wide
			);
			expect(undatedBox().above).toBeGreaterThanOrEqual(0);
			// On a phone the words end at the margin, whatever the face's last letter adds.
			expect(undatedBox().beside).toBeLessThanOrEqual(1);
			const stack = [...document.querySelectorAll('section button svg path.outline')].flatMap(
				(each) => rects(each.getAttribute('d') ?? '')
			);
			expect(stack).toHaveLength(undated > 20 ? 1 : undated);
			const [dated] = rects(path('solid'));
			// The outline is drawn within its brick.
			if (undated <= 20) expect(stack[0]!.height).toBeCloseTo(dated!.height - 1.2, 0);
			// Taller than the picture: cut, and said by its count.
			const cut = document.querySelector('section button path.break');
			if (undated > 20) expect(cut).not.toBeNull();
			else expect(cut).toBeNull();
		}
	);

	test('a count of many without a date, of which some match, keeps within the margin', async () => {
		const many = Array.from({ length: 6000 }, (_, at) => ({
			publication: at % 3 === 0 ? 'Daily' : 'Weekly'
		}));
		await show([{ date: '2022-05-16' }, { date: '2022-07' }, ...many], 'publication=Daily', wide);
		const words = () =>
			[...document.querySelectorAll('section button svg text')].map((each) => each.textContent);
		expect(words().slice(0, 2)).toEqual(['2,000', 'of 6,000']);
		expect(undatedBox().beside).toBeLessThanOrEqual(wide > 600 ? 0 : 16);
		expect(undatedBox().above).toBeGreaterThanOrEqual(0);
	});

	test('fifteen centuries are told apart', async () => {
		await show([{ date: '0523-01-02' }, { date: '1999' }], '', wide);
		expect(heading()).toMatch(/^Articles by (decade|century)$/);
		for (const brick of rects(path('solid'))) within(brick);
	});
});

describe('nothing held and nothing matching', () => {
	test('are told apart in line, key, table and caption', async () => {
		const { explorer } = await show(seeds, 'publication=Magazine');
		const key = [...document.querySelectorAll('.key > span')].map((each) =>
			each.textContent?.trim()
		);
		expect(key).toContain('Nothing held');
		// May 2022, May 2025, February 2026 of the years 2022 to 2026: held, whatever is asked.
		expect(stretches('held')).toHaveLength(3);
		expect(cells().find(([name]) => name === 'May 2022')).toEqual(['May 2022', '7', '0', '0']);
		expect(cells().flat()).toContain('Jun 2022 – Apr 2025, nothing held');
		explorer.choose({ ...explorer.selection, from: '2023', to: '2023' });
		await expect
			.poll(caption)
			.toBe('None of 26 articles matches; the archive holds nothing from these dates.');
		explorer.choose({ ...explorer.selection, from: '2022', to: '2023' });
		await expect
			.poll(caption)
			.toBe('None of 26 articles matches; the archive holds 7 articles from these dates.');
	});

	test('the key names the marks that the archive has, and no other', async () => {
		const key = () =>
			[...document.querySelectorAll('.key > span')].map((each) =>
				[...each.childNodes]
					.map(({ nodeName, textContent }) => (nodeName === 'BUTTON' ? '' : textContent))
					.join('')
					.trim()
			);
		await show(decade);
		expect(key()).toEqual(['Dated to the day', 'Date approximate, spread over its range']);
		expect(stretches('empty')).toEqual([]);
		document.body.replaceChildren();
		await show([{ date: '1994-03-14' }, { date: '1994-03-15' }]);
		expect(key()).toEqual(['Dated to the day', 'Nothing held']);
		document.body.replaceChildren();
		await show([{ date: '1994-03' }, { date: '1994-04' }]);
		expect(key()).toEqual(['Date approximate, spread over its range']);
	});

	test('dates before all that is held count none of it', async () => {
		await show([{ date: '1994' }, { date: '1999-07' }], 'to=1980');
		expect(label()).toBe('Until Dec 1980: 0 of 0');
	});
});

describe('approximate dates', () => {
	const all: Facts[] = [...seeds];
	const leave = () => page.getByRole('button', { name: /^Leave out/ });

	test('are left out of everything by a switch, and what is left out is counted', async () => {
		const { explorer } = await show(all);
		await expect.element(leave()).toHaveTextContent('Leave out (17)');
		await leave().click();
		expect(explorer.selection.known).toEqual(['day', 'undated']);
		await expect.element(leave()).toHaveAttribute('aria-pressed', 'true');
		// Seven to the day, two undated; seventeen left out.
		expect(explorer.passing).toBe(9);
		await expect.element(leave()).toHaveTextContent('Leave out (17)');
		expect(cells().at(-1)).toEqual(['All', '7', '19', '9']);
		await leave().click();
		expect(explorer.passing).toBe(26);
	});

	test('that are all there is, or none, have no switch', async () => {
		await show([{ date: '1994' }, { date: '1995' }]);
		await expect.element(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
		expect(leave().query()).toBeNull();
	});
});

describe('the fields', () => {
	test('take EDTF, plain words and ranges', async () => {
		const { explorer } = await show(decade);
		await field('From').fill('spring 1994');
		await userEvent.keyboard('{Enter}');
		await expect.poll(() => explorer.selection.from).toBe('1994-03');
		await field('To').fill('199X');
		await userEvent.tab();
		await expect.poll(() => explorer.selection.to).toBe('1999');
		await field('From').fill('1995-03/1996');
		await userEvent.tab();
		await expect.poll(() => explorer.selection).toMatchObject({ from: '1995-03', to: '1996-12' });
		await field('To').fill('5.6.1996');
		await userEvent.tab();
		await expect
			.element(page.getByRole('alert'))
			.toHaveTextContent('“5.6.1996” can be in May or in June.');
		expect(explorer.selection).toMatchObject({ from: '1995-03', to: '1996-12' });
		await expect.element(field('To')).toHaveAttribute('aria-invalid', 'true');
	});
});

describe('events of the archive’s own', () => {
	const events = [
		{ edtf: '1989-11', first: '1989-11-01', last: '1989-11-30', label: 'Before', link: null },
		{
			edtf: '1994-03-14',
			first: '1994-03-14',
			last: '1994-03-14',
			label: 'General strike',
			link: 'https://example.org/strike'
		},
		{ edtf: '1996/1997', first: '1996-01-01', last: '1997-12-31', label: 'Lockout', link: null }
	];

	test('are quiet marks, a list behind a button, and a column of the table', async () => {
		const { explorer } = await show(decade, '', 1440, false, events);
		const button = page.getByText('2 events');
		await expect.element(button).toBeVisible();
		const titles = () => [...svg().querySelectorAll('title')].map((each) => each.textContent);
		expect(titles()).toEqual(['14 March 1994: General strike', '1996 – 1997: Lockout']);
		const pitch = (svg().clientWidth - 34) / 120;
		const [x] = /^M([\d.]+)/.exec(path('point'))!.slice(1).map(Number);
		expect(Math.abs(x! - (34 + 50.45 * pitch))).toBeLessThan(pitch / 2);
		const [from, until] = /^M([\d.]+) .*H([\d.]+)/.exec(path('lasting'))!.slice(1).map(Number);
		expect(until! - from!).toBeCloseTo(24 * pitch, 0);
		expect(cells()[0]).toEqual(['Period', 'To the day', 'Approximate', 'Matching', 'Events']);
		expect(cells().find(([name]) => name === 'March 1994')?.[4]).toBe(
			'General strike (14 March 1994)'
		);
		expect(cells().at(-2)).toEqual([
			'Outside the dates shown',
			'0',
			'0',
			'0',
			'Before (November 1989)'
		]);
		await button.click();
		const link = page.getByRole('link', { name: 'General strike' });
		await expect.element(link).toHaveAttribute('href', 'https://example.org/strike');
		await userEvent.keyboard('{Escape}');
		await expect.poll(() => link.query()).toBeNull();
		// A drag over them is a drag.
		await drag([34 + 48 * pitch + 2, 100], [34 + 60 * pitch - 2, 100]);
		expect(explorer.selection).toMatchObject({ from: '1994', to: '1994' });
	});

	test.each([1440, 1200, 820, 320])(
		'their list stays within a page %i pixels wide',
		async (wide) => {
			const label = 'The year of the long strike, which lasted well into the following winter';
			await show(decade, 'publication=Rare', wide, false, [{ ...events[1]!, label }]);
			await page.getByText('1 event').click();
			const { left, right, bottom } = document.querySelector('details ul')!.getBoundingClientRect();
			expect(left).toBeGreaterThanOrEqual(0);
			expect(right).toBeLessThanOrEqual(document.documentElement.clientWidth);
			// It lies over the picture.
			expect(document.elementFromPoint(left + 9, bottom - 4)?.closest('details')).not.toBeNull();
		}
	);

	test('that cannot be fetched are said so', async () => {
		await show(decade, '', 1440, false, null);
		await expect.element(page.getByText('The events could not be fetched.')).toBeVisible();
	});

	test('are neither asked for nor listed where there are none', async () => {
		await show(decade);
		await expect.element(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
		expect(document.querySelector('details')).toBeNull();
		expect(cells()[0]).toHaveLength(4);
	});
});
