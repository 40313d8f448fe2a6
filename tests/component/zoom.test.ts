import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { caption, cells, decade, drag, seeds, show, slider, svg } from './timeline-stage.ts';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = () => document.querySelector('h2')?.textContent?.replaceAll(/\s+/g, ' ').trim();
const window_ = () => slider('Dates shown');
const columns = () => (svg().clientWidth - 34) / 1;

/** Turns the wheel at a place of the picture; true where the page is left to scroll. */
function turn(init: WheelEventInit, share = 0.5): boolean {
	const { left, top } = svg().getBoundingClientRect();
	const place = { clientX: left + 34 + share * columns(), clientY: top + 80 };
	return svg().dispatchEvent(
		new WheelEvent('wheel', { bubbles: true, cancelable: true, ...place, ...init })
	);
}

/** Two fingers come down, move and go; places are shares of the picture. */
async function pinch(from: [number, number], to: [number, number]) {
	const { left, top } = svg().getBoundingClientRect();
	const target = svg().querySelector('.overlay')!;
	const fire = (type: string, shares: number[]) => {
		const touches = shares.map(
			(share, identifier) =>
				new Touch({
					identifier,
					target,
					clientX: left + 34 + share * columns(),
					clientY: top + 80
				})
		);
		const changedTouches = touches.slice(-1);
		target.dispatchEvent(
			new TouchEvent(type, { bubbles: true, cancelable: true, touches, changedTouches })
		);
	};
	fire('touchstart', from.slice(0, 1));
	fire('touchstart', from);
	fire('touchmove', to);
	fire('touchend', []);
}

/** One finger comes down, moves by some pixels twice and goes; true where the page was left to scroll. */
async function swipe(dx: number, dy: number): Promise<boolean> {
	const { left, top } = svg().getBoundingClientRect();
	const target = svg().querySelector('.overlay')!;
	const fire = (type: string, part: number) => {
		const touch = new Touch({
			identifier: 0,
			target,
			clientX: left + 234 + dx * part,
			clientY: top + 80 + dy * part
		});
		const touches = type === 'touchend' ? [] : [touch];
		return target.dispatchEvent(
			new TouchEvent(type, { bubbles: true, cancelable: true, touches, changedTouches: [touch] })
		);
	};
	fire('touchstart', 0);
	const free = [fire('touchmove', 0.5), fire('touchmove', 1)];
	await new Promise((resolve) => requestAnimationFrame(resolve));
	fire('touchend', 1);
	return free.every(Boolean);
}

/** Two fingers, of which the second comes down beside the picture and is lifted last. */
function pinchAskew() {
	const { left, top, bottom } = svg().getBoundingClientRect();
	const targets = [svg().querySelector('.overlay')!, svg()];
	const places = [
		{ clientX: left + 100, clientY: top + 80 },
		{ clientX: left + 200, clientY: bottom - 8 }
	];
	const touches = targets.map((target, identifier) => {
		return new Touch({ identifier, target, ...places[identifier]! });
	});
	const fire = (type: string, at: number, down: Touch[]) =>
		targets[at]!.dispatchEvent(
			new TouchEvent(type, {
				bubbles: true,
				cancelable: true,
				touches: down,
				changedTouches: [touches[at]!]
			})
		);
	fire('touchstart', 0, touches.slice(0, 1));
	fire('touchstart', 1, touches);
	fire('touchmove', 0, touches);
	fire('touchend', 0, touches.slice(1));
	fire('touchend', 1, []);
}

test('a finger that sets off up or down scrolls the page, and chooses nothing on its way', async () => {
	// Asked by the library before it listens to fingers.
	Object.defineProperty(navigator, 'maxTouchPoints', { value: 1, configurable: true });
	const { explorer } = await show(decade, '', 390);
	Reflect.deleteProperty(navigator, 'maxTouchPoints');
	expect(await swipe(8, -90)).toBe(true);
	expect(explorer.selection.from).toBeNull();
	expect(await swipe(90, -8)).toBe(false);
	await expect.poll(() => explorer.selection.from).not.toBeNull();
});

test('after two fingers, one of them beside the picture, one finger chooses as before', async () => {
	Object.defineProperty(navigator, 'maxTouchPoints', { value: 1, configurable: true });
	const { explorer } = await show(decade, '', 390);
	Reflect.deleteProperty(navigator, 'maxTouchPoints');
	pinchAskew();
	expect(explorer.selection.from).toBeNull();
	expect(await swipe(60, 4)).toBe(false);
	await expect.poll(() => explorer.selection.from).not.toBeNull();
});

describe('zooming the timeline', () => {
	test('follows the link, says what is shown, and narrows nothing', async () => {
		const { explorer } = await show(decade, 'zoom=1994-03..1994-08');
		expect(heading()).toBe('Articles by day, Mar – Aug 1994');
		await expect
			.element(window_())
			.toHaveAttribute(
				'aria-valuetext',
				'March 1994 to August 1994, of January 1990 to December 1999'
			);
		expect(explorer.passing).toBe(3600);
		expect(explorer.asked).toBe(false);
		expect(caption()).toBe(
			'3,600 articles from January 1990 to December 1999. Shown: Mar – Aug 1994, with 180 articles.'
		);
		const sum = (column: number) =>
			cells()
				.slice(1, -1)
				.reduce((total, row) => total + Number(row[column]?.replace(',', '')), 0);
		expect(cells().at(-2)?.[0]).toBe('Outside the dates shown');
		// Shares are written with two decimals, and 184 of them add up no better than that.
		expect(sum(1)).toBe(3480);
		for (const [column, all] of [
			[2, 120],
			[3, 3600]
		] as const)
			expect(Math.abs(sum(column) - all)).toBeLessThan(1);
	});

	test.each([
		['1990..1999', 'Articles by month'],
		['1994..1998', 'Articles by month, 1994 – 1998'],
		['1995-01..1996-06', 'Articles by week, 26 Dec 1994 – 30 Jun 1996'],
		['1996-06-03..1996-06-16', 'Articles by day, 3–16 Jun 1996'],
		['1700..1800', 'Articles by month']
	])('to %s shows %j', async (zoom, words) => {
		await show(decade, `zoom=${zoom}`);
		expect(heading()).toBe(words);
	});

	test('the wheel with Ctrl zooms about the pointer, and the wheel alone is the page’s', async () => {
		const { explorer, visited } = await show(decade);
		await expect.poll(() => svg().querySelector('.overlay')).not.toBeNull();
		expect(turn({ deltaY: -120 })).toBe(true);
		expect(heading()).toBe('Articles by month');
		for (let at = 0; at < 4; at++) expect(turn({ deltaY: -120, ctrlKey: true }, 0.25)).toBe(false);
		// The pointer is on 2 July 1992; a quarter of ten years round it, to the nearest weeks.
		await expect
			.poll(() => explorer.selection.zoom)
			.toEqual({ from: '1991-11-18', to: '1994-05-15' });
		expect(visited).toHaveLength(1);
		expect(turn({ deltaX: 40 })).toBe(false);
		await expect
			.poll(() => explorer.selection.zoom)
			.not.toEqual({ from: '1991-11-18', to: '1994-05-15' });
		for (let at = 0; at < 9; at++) turn({ deltaY: 120, ctrlKey: true });
		await expect.poll(() => explorer.selection.zoom).toBeNull();
		expect(heading()).toBe('Articles by month');
	});

	test('two fingers hold what they took hold of, and draw no range', async () => {
		const { explorer } = await show(decade);
		await expect.poll(() => svg().querySelector('.overlay')).not.toBeNull();
		await pinch([0.4, 0.5], [0.2, 0.8]);
		// 1994 and 1995 lie at 40 and 50 %: at 20 and 80 % the picture begins in September 1993.
		await expect.poll(() => explorer.selection.zoom).toMatchObject({ from: '1993-08-30' });
		expect(explorer.selection).toMatchObject({ from: null, to: null });
	});

	test('buttons go in about where most is, and out to all', async () => {
		const { explorer } = await show(seeds);
		await expect.element(button('Zoom out')).toHaveAttribute('aria-disabled', 'true');
		await button('Zoom in').click();
		await button('Zoom in').click();
		await expect.poll(() => explorer.selection.zoom).not.toBeNull();
		// Thirteen of February 2026 stay in sight.
		expect(heading()).toMatch(/^Articles by week, .* – .*2026$/);
		expect(cells().flat()).toContain('Week of 2 February 2026');
		await button('Zoom out').click();
		await button('Zoom out').click();
		await expect.poll(() => explorer.selection.zoom).toBeNull();
		await expect.element(button('Zoom out')).toHaveAttribute('aria-disabled', 'true');
	});

	test('on a bracket + and - zoom about it, 0 shows all; a bracket out of sight is open', async () => {
		const { explorer } = await show(decade, 'from=1994&to=1998');
		(slider('Start of the range').element() as SVGElement).focus();
		await userEvent.keyboard('{+}{+}');
		await expect.poll(() => explorer.selection.zoom).not.toBeNull();
		expect(explorer.selection).toMatchObject({ from: '1994', to: '1998' });
		const beyond = () =>
			[...document.querySelectorAll('.bracket')].map((each) => each.classList.contains('beyond'));
		expect(beyond()).toEqual([false, true]);
		await userEvent.keyboard('0');
		await expect.poll(() => explorer.selection.zoom).toBeNull();
		expect(beyond()).toEqual([false, false]);
	});

	test('by key from centuries to days the heading names every length of a bar, and back to all', async () => {
		const { explorer } = await show(
			Array.from({ length: 100 }, (_, at) => ({ date: `${1020 + at * 10}-05-16` })),
			'from=1920-05-16&to=1920-05-16',
			390
		);
		const unit = () => /^Articles by ([a-z-]+)/.exec(heading() ?? '')?.[1] ?? '';
		const units = [unit()];
		(slider('Start of the range').element() as SVGElement).focus();
		for (let press = 0; press < 16; press++) {
			await userEvent.keyboard('+');
			if (units.at(-1) !== unit()) units.push(unit());
		}
		expect(units).toEqual([
			'century',
			'decade',
			'year',
			'half-year',
			'quarter',
			'month',
			'week',
			'day'
		]);
		// What is asked for has stayed in sight.
		const row = () => cells().find(([name]) => name === '16 May 1920');
		await expect.poll(row).toEqual(['16 May 1920', '1', '0', '1']);
		await userEvent.keyboard('0');
		await expect.poll(unit).toBe('century');
		await expect.poll(() => explorer.selection.zoom).toBeNull();
	});

	test('an end that is out of sight keeps its distance when the whole range moves', async () => {
		const { explorer } = await show(decade, 'from=1994&to=1998&zoom=1993-07..1995-12');
		(slider('Start of the range').element() as SVGElement).focus();
		await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
		const { from, to } = explorer.selection;
		expect([from, to]).toEqual(['1994-01-08', '1999-01-07']);
	});

	test('the window is a slider that goes on by key, under the hand, and away with all in sight', async () => {
		const { explorer } = await show(decade, 'zoom=1994..1995');
		await expect.element(window_()).toBeVisible();
		(window_().element() as SVGElement).focus();
		await userEvent.keyboard('{End}');
		await expect.poll(() => explorer.selection.zoom).toMatchObject({ to: '2000-01-02' });
		await userEvent.keyboard('{Home}');
		await expect.poll(() => explorer.selection.zoom).toMatchObject({ from: '1990-01-01' });
		const strip = window_().element().closest('svg')!;
		const { left, top } = strip.getBoundingClientRect();
		const point = (type: string, x: number) =>
			strip.dispatchEvent(
				new PointerEvent(type, {
					pointerId: 1,
					bubbles: true,
					cancelable: true,
					clientX: left + x,
					clientY: top + 10
				})
			);
		strip.setPointerCapture = () => {};
		const year = columns() / 10;
		point('pointerdown', 34 + year);
		point('pointermove', 34 + 4 * year);
		point('pointerup', 34 + 4 * year);
		await expect
			.poll(() => explorer.selection.zoom)
			.toEqual({ from: '1993-01-04', to: '1995-01-08' });
		expect(explorer.selection).toMatchObject({ from: null, to: null });
		await userEvent.keyboard('---');
		await expect.poll(() => explorer.selection.zoom).toBeNull();
		expect(document.activeElement?.getAttribute('aria-label')).toBe('Start of the range');
	});

	test('a drag in a zoomed picture asks for what is under it', async () => {
		const { explorer } = await show(decade, 'zoom=1994..1995');
		await expect.poll(() => svg().querySelector('.overlay')).not.toBeNull();
		const width = columns();
		await drag([34 + 0.001 * width, 40], [34 + 0.999 * width, 40]);
		const { from, to } = explorer.selection;
		expect([from, to]).toEqual(['1993-12-27', '1995-12-31']);
	});

	test('slim shows all, whatever the link says', async () => {
		await show(decade, 'zoom=1994..1995', 1440, true);
		expect(document.querySelector('[aria-label="Dates shown"]')).toBeNull();
		expect(svg().getBoundingClientRect().height).toBe(66);
	});

	test.each([1440, 820, 390])(
		'at %i px picture and strip keep their height and their width',
		async (wide) => {
			await show(decade, 'zoom=1994..1995', wide);
			await expect.element(window_()).toBeVisible();
			expect(svg().getBoundingClientRect().height).toBe({ 1440: 186, 820: 176, 390: 160 }[wide]);
			expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(wide);
			const strip = window_().element().closest('svg')!.getBoundingClientRect();
			const box = document.querySelector('.picture')!.getBoundingClientRect();
			expect(strip.bottom).toBeLessThanOrEqual(box.bottom + 0.5);
			expect(strip.top).toBeGreaterThan(box.top + 60);
		}
	);
});

test.each([1440, 1200, 820, 390, 320])(
	'what zooms stays where it is while it is pressed, %i pixels wide',
	async (wide) => {
		const event = { edtf: '1994-03-14', first: '1994-03-14', last: '1994-03-14' };
		await show(decade, 'from=1994-02&to=1994-05', wide, false, [
			{ ...event, label: 'General strike', link: null }
		]);
		await expect.element(page.getByText('1 event')).toBeVisible();
		const places = () =>
			['Zoom in', 'Zoom out'].map((name) => {
				const { x, y, width, height } = button(name).element().getBoundingClientRect();
				expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
				return [Math.round(x), Math.round(y)];
			});
		const before = places();
		await button('Zoom to dates').click();
		await expect.element(button('Show whole span')).toBeVisible();
		expect(places()).toEqual(before);
		await button('Zoom in').click();
		expect(places()).toEqual(before);
		// Heading and key are two lines at most; on a phone the key has two of its own.
		const box = document.querySelector('.box')!.getBoundingClientRect();
		const top = document.querySelector('h2')!.getBoundingClientRect().top;
		expect(box.top - top).toBeLessThan(wide > 1180 ? 56 : 116);
		const ends = [...document.querySelectorAll('section :is(input, button, h2, .box)')].map(
			(each) => each.getBoundingClientRect().right
		);
		expect(Math.max(...ends)).toBeLessThanOrEqual(document.documentElement.clientWidth + 0.5);
	}
);
