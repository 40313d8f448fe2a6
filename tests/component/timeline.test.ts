import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stage } from './stage.svelte.ts';
import {
	caption,
	cells,
	decade,
	drag,
	field,
	label,
	seeds,
	show,
	slider,
	svg
} from './timeline-stage.ts';
import TimelineStage from './TimelineStage.svelte';

describe('the picture', () => {
	test('has a sentence, a heading with the unit, and names its clusters', async () => {
		await show(seeds);
		expect(caption()).toBe(
			'26 articles from May 2022 to February 2026; most in February 2026 (13); 2 undated.'
		);
		await expect.element(page.getByRole('heading', { name: 'Articles by month' })).toBeVisible();
		const words = [...svg().querySelectorAll('text[text-anchor]')].map((each) => each.textContent);
		expect(words).toContain('14–16 May 2022: 7 articles');
		expect(words).toContain('May 2025: 4 articles, month only');
		expect(words).toContain('6 Feb 2026: 13 articles, date approximate or uncertain');
	});

	test('has the height of its width, and never scrolls sideways', async () => {
		for (const [wide, high] of [
			[1440, 186],
			[820, 176],
			[390, 160]
		] as const) {
			await show(seeds, '', wide);
			expect(svg().getBoundingClientRect().height).toBe(high);
			expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(wide);
			document.body.replaceChildren();
		}
	});

	test('slim is low and has no header', async () => {
		await show(seeds, '', 1440, true);
		expect(svg().getBoundingClientRect().height).toBe(66);
		expect(document.querySelector('h2')).toBeNull();
	});

	test('grows with the letters that the reader has chosen, and the hand keeps its aim', async () => {
		const letters = () => {
			const words = [...svg().querySelectorAll('text')].find((each) => each.textContent === '1990');
			return words!.getBoundingClientRect().height;
		};
		await show(decade);
		const usual = letters();
		document.body.replaceChildren();
		const { style } = document.documentElement;
		style.fontSize = '200%';
		try {
			const { explorer } = await show(decade);
			await expect.poll(letters).toBeCloseTo(2 * usual, 0);
			expect(svg().getBoundingClientRect().height).toBe(2 * 186);
			// Half the room: bars of quarters. The tenth of them is from April to June 1992.
			await expect
				.element(page.getByRole('heading', { name: 'Articles by quarter' }))
				.toBeVisible();
			const { width } = svg().getBoundingClientRect();
			await drag([68 + (9.5 * (width - 68)) / 40, 2 * 100]);
			expect(explorer.selection).toMatchObject({ from: '1992-04', to: '1992-06' });
			const { left, top } = svg().getBoundingClientRect();
			// What is under the pointer stays there.
			const place = { clientX: left + 68 + (width - 68) / 2, clientY: top + 160 };
			svg().dispatchEvent(
				new WheelEvent('wheel', { ...place, deltaY: -100, ctrlKey: true, bubbles: true })
			);
			await expect.poll(() => explorer.selection.zoom?.from).toMatch(/^1991-0[67]/);
			expect(explorer.selection.zoom?.to).toMatch(/^1998-0[67]/);
			expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1440);
		} finally {
			style.removeProperty('font-size');
		}
	});

	test('a brick opens its article', async () => {
		const { explorer } = await show(seeds);
		// May 2022 is the fifth of the months; the lowest brick stands on the base line.
		await drag([34 + 4.5 * ((svg().clientWidth - 150) / 60), 160]);
		expect(explorer.selection.open).toBe('article-0');
	});

	test('where everything is undated there is a sentence and no axis', async () => {
		await show([{}, {}]);
		expect(caption()).toBe('2 articles, all undated.');
		expect(document.querySelector('[role=slider]')).toBeNull();
		await expect.element(page.getByRole('button', { name: 'Undated: 2 articles' })).toBeVisible();
	});

	test('three articles in three hundred years, and one article, are told and drawn', async () => {
		await show([{ date: '1704-03-02' }, { date: '1850' }, { date: '2004-05' }]);
		expect(caption()).toBe('3 articles from March 1704 to May 2004.');
		expect(svg().textContent).toContain('1850: 1 article, year only');
		document.body.replaceChildren();
		await show([{ date: '2022-05-16' }]);
		expect(caption()).toBe('1 article on 16 May 2022.');
		await expect.element(page.getByRole('heading', { name: 'Articles by day' })).toBeVisible();
	});

	test('a chart that breaks leaves a sentence', async () => {
		await page.viewport(1440, 600);
		const { explorer } = stage(seeds);
		await render(TimelineStage, { explorer });
		await expect.element(page.getByText('The timeline could not be drawn.')).toBeVisible();
	});
});

describe('the bracket', () => {
	const column = (bin: number, bins = 120) => 34 + ((bin + 0.5) * (svg().clientWidth - 34)) / bins;

	test('a drag draws a range in one entry of the history, and the label counts', async () => {
		const { explorer, visited } = await show(decade);
		const before = visited.length;
		await drag([column(14), 100], [column(30), 90], [column(22), 90]);
		expect(explorer.selection).toMatchObject({ from: '1991-03', to: '1991-11' });
		await expect.poll(label).toBe('Mar 1991 – Nov 1991: 273 of 273');
		expect(visited.length - before).toBeLessThanOrEqual(3);
	});

	test('Escape gives a drag up: the dates are as they were, whatever the hand does after it', async () => {
		const { explorer } = await show(decade);
		await drag([column(14), 100], [column(22), 90]);
		expect(explorer.selection).toMatchObject({ from: '1991-03', to: '1991-11' });
		await drag([column(40), 100], [column(60), 90], null, [column(70), 90]);
		expect(explorer.selection).toMatchObject({ from: '1991-03', to: '1991-11' });
		await drag([column(40), 100], [column(42), 90]);
		expect(explorer.selection).toMatchObject({ from: '1993-05', to: '1993-07' });
	});

	test('a range of whole years is written as years and named by its months', async () => {
		const { explorer } = await show(decade);
		await drag([column(12), 100], [column(35), 100]);
		expect(explorer.selection).toMatchObject({ from: '1991', to: '1992' });
		await expect.poll(label).toMatch(/^Jan 1991 – Dec 1992: /);
	});

	test('a press on a bar sets its bin, Delete takes the dates back', async () => {
		const { explorer } = await show(decade);
		await drag([column(50), 150]);
		expect(explorer.selection).toMatchObject({ from: '1994-03', to: '1994-03' });
		await userEvent.keyboard('{Delete}');
		expect(explorer.selection).toMatchObject({ from: null, to: null });
	});

	test('inside it moves, at an end it stretches', async () => {
		const { explorer } = await show(decade, 'from=1991&to=1992');
		await drag([column(20), 60], [column(26), 60]);
		expect(explorer.selection).toMatchObject({ from: '1991-07', to: '1993-06' });
		const end = (column(41) + column(42)) / 2;
		await drag([end + 3, 60], [end + 3 + column(12) - column(0), 60]);
		expect(explorer.selection).toMatchObject({ from: '1991-07', to: '1994-06' });
	});

	test('is a pair of sliders', async () => {
		const { explorer } = await show(decade, 'from=1994&to=1998');
		const start = slider('Start of the range');
		await expect
			.element(start)
			.toHaveAttribute('aria-valuetext', 'From January 1994, 1,800 of 1,800 articles');
		await expect.element(start).toHaveAttribute('aria-valuenow', '48');
		await expect.element(start).toHaveAttribute('aria-valuemax', '120');
		(start.element() as SVGElement).focus();
		await userEvent.keyboard('{ArrowRight}');
		expect(explorer.selection).toMatchObject({ from: '1994-02', to: '1998-12' });
		await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
		expect(explorer.selection).toMatchObject({ from: '1994-01', to: '1998-11' });
		await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
		expect(explorer.selection).toMatchObject({ from: '1995-01', to: '1998-11' });
		await userEvent.keyboard('{End}');
		expect(explorer.selection).toMatchObject({ from: '1999-12', to: '1999-12' });
		await userEvent.keyboard('{Home}{Delete}');
		expect(explorer.selection).toMatchObject({ from: null, to: null });
	});

	test('its keys are said once, when the hand rests', async () => {
		await show(decade, 'from=1994&to=1998', 1440, false, [], true);
		const status = document.querySelector('[role=status]') as HTMLElement;
		/** What is said: the text whenever it is not marked as changing. */
		const said: string[] = [];
		const hear = () => {
			const text = status.textContent.replace(/\s+/g, ' ').trim();
			if (status.ariaBusy !== 'true' && said.at(-1) !== text) said.push(text);
		};
		hear();
		new MutationObserver(hear).observe(status, {
			subtree: true,
			childList: true,
			characterData: true,
			attributes: true
		});
		(slider('Start of the range').element() as SVGElement).focus();
		await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
		await expect.poll(() => status.ariaBusy).toBe('true');
		expect(said).toEqual(['1,800 of 3,600 articles']);
		await expect.poll(() => status.ariaBusy, { timeout: 5000 }).toBe('false');
		expect(said).toEqual(['1,800 of 3,600 articles', '1,713 of 3,600 articles']);
	});

	test('undated articles are left out of dates until they are let in', async () => {
		const { explorer } = await show(seeds, 'from=2022&to=2025');
		const button = page.getByRole('button', { name: 'Undated: 2 articles, left out' });
		await expect.element(button).toHaveAttribute('aria-pressed', 'false');
		await button.click();
		expect(explorer.passing).toBe(13);
		await expect
			.element(page.getByRole('button', { name: /^Undated/ }))
			.toHaveAttribute('aria-pressed', 'true');
	});
});

describe('the fields', () => {
	test('show the ends of the archive while they are empty', async () => {
		await show(seeds);
		await expect.element(field('From')).toHaveAttribute('placeholder', 'May 2022');
		await expect.element(field('To')).toHaveAttribute('placeholder', 'Feb 2026');
	});

	test('take a date on Enter and on leaving, and give it back when emptied', async () => {
		const { explorer } = await show(seeds);
		await field('From').fill('May 2025');
		await userEvent.keyboard('{Enter}');
		expect(explorer.selection.from).toBe('2025-05');
		await expect.poll(label).toBe('Since May 2025: 17 of 17');
		await field('To').fill('2025');
		await userEvent.tab();
		expect(explorer.selection.to).toBe('2025');
		await expect.element(field('To')).toHaveValue('Dec 2025');
		await field('From').fill('');
		await userEvent.tab();
		expect(explorer.selection.from).toBeNull();
	});

	test('a date that cannot be read is said so, and the old range stays', async () => {
		const { explorer } = await show(seeds, 'from=2025');
		await field('From').fill('last spring');
		await userEvent.tab();
		await expect.element(field('From')).toHaveAttribute('aria-invalid', 'true');
		await expect
			.element(page.getByRole('alert'))
			.toHaveTextContent('Write a year, a month and year, or a full date');
		expect(explorer.selection.from).toBe('2025');
	});

	test('a start after the end changes places with it', async () => {
		const { explorer } = await show(seeds, 'to=2024');
		await field('From').fill('2026');
		await userEvent.tab();
		expect(explorer.selection).toMatchObject({ from: '2024', to: '2026' });
	});
});

describe('what stands beside it', () => {
	test('the table is always there, adds up, and takes the place of the picture', async () => {
		const { explorer } = await show(seeds);
		expect(cells()).toEqual([
			['Period', 'To the day', 'Approximate', 'Matching'],
			['May 2022', '7', '0', '7'],
			['Jun 2022 – Apr 2025, nothing held', '0', '0', '0'],
			['May 2025', '0', '4', '4'],
			['Jun 2025 – Jan 2026, nothing held', '0', '0', '0'],
			['February 2026', '0', '13', '13'],
			['Undated', '', '2', '2'],
			['All', '7', '19', '26']
		]);
		explorer.toggle('publication', 'Magazine');
		await expect.poll(() => cells().at(-1)).toEqual(['All', '7', '19', '4']);
		const button = page.getByRole('button', { name: 'Table' });
		await button.click();
		await expect.element(button).toHaveAttribute('aria-pressed', 'true');
		await expect.element(page.getByRole('table')).toBeVisible();
		expect(getComputedStyle(svg()).visibility).toBe('hidden');
	});

	test('a few matches may be enlarged and zoomed to, and back', async () => {
		const { explorer } = await show(decade);
		const closer = page.getByRole('button', { name: 'Zoom to results' });
		expect(closer.query()).toBeNull();
		explorer.toggle('publication', 'Rare');
		await page.getByRole('button', { name: 'Enlarge matches' }).click();
		await expect
			.element(page.getByRole('button', { name: 'Enlarge matches' }))
			.toHaveAttribute('aria-pressed', 'true');
		await closer.click();
		await expect.element(page.getByRole('heading', { name: 'Articles by day' })).toBeVisible();
		await expect
			.poll(() => cells().some(([name]) => name === 'Outside the dates shown'))
			.toBe(true);
		await page.getByRole('button', { name: 'Show whole span' }).click();
		await expect.element(page.getByRole('heading', { name: 'Articles by month' })).toBeVisible();
		expect(explorer.selection).toMatchObject({ from: null, to: null });
	});
});
