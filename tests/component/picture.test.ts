import { expect, test } from 'vitest';
import '../../src/lib/style/style.css';
import { drawPicture } from '../../src/lib/view/picture.ts';

test('what is written under a picture is whole, and within its edges', () => {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('viewBox', '0 0 480 100');
	document.body.replaceChildren(svg);
	const caption = 'WWWW “strike OR union”: 219 articles; most in Jul – Sep 2005. '.repeat(9).trim();
	const remarks = [
		'Query: none. Filters: publication=The Harbour Courier.',
		`https://example.org/?q=${'%E2%80%9Cmm&publication=WWW'.repeat(30)}`
	];
	const { text, width, height } = drawPicture(svg, caption, remarks);
	const shown = document.createElement('div');
	shown.append(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement);
	document.body.append(shown);
	const lines = [...shown.querySelectorAll('text')];
	const written = lines.map(({ textContent }) => textContent);
	expect(written.join('').replaceAll(' ', '')).toBe(
		[caption, ...remarks].join('').replaceAll(' ', '')
	);
	const boxes = lines.map((line) => line.getBBox());
	expect(Math.max(...boxes.map(({ x, width }) => x + width))).toBeLessThanOrEqual(width - 24);
	expect(Math.max(...boxes.map(({ y, height }) => y + height))).toBeLessThanOrEqual(height - 12);
	// As full as they can be: most lines end near the edge.
	expect(boxes.filter((box) => box.width > 0.8 * 480).length).toBeGreaterThan(lines.length / 2);
});
