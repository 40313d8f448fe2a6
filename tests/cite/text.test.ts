import { expect, test } from 'vitest';
import type { Article, Lines } from '../../src/lib/archive/article.ts';
import { referenceOf } from '../../src/lib/cite/reference.ts';
import { plainText } from '../../src/lib/cite/text.ts';
import { accessed, citable, origin } from './article.ts';

test('an article as plain text has everything that was printed, and says where it is from', () => {
	const lines: Lines = [1, 1];
	const article = {
		...citable(),
		kicker: 'Ports',
		deck: 'After ten weeks',
		byline: 'By Kevin Reed',
		blocks: [
			{ kind: 'heading', text: 'The quay', lines },
			{ kind: 'paragraph', text: 'It rained.', lines, marks: [{ at: 9, number: '1' }] },
			{ kind: 'list', text: 'Pay\nHours', lines },
			{ kind: 'caption', text: 'The harbour', lines },
			{ kind: 'elision', text: '*****', lines }
		],
		notes: [{ number: '1', text: 'All week.', lines }]
	} as unknown as Article;
	expect(plainText(article, referenceOf(article, { ...origin, address: null }, accessed))).toBe(
		[
			'Ports\nThe dockers return\nAfter ten weeks\nBy Kevin Reed\nThe Harbour Gazette, 16 May 2022',
			'The quay',
			'It rained[1].',
			'- Pay\n- Hours',
			'[Picture: The harbour]',
			'[…]',
			'[1] All week.',
			'Reed, Kevin. “The dockers return.” The Harbour Gazette, May 16, 2022. Seed archive, version ced4216bc2c68784, harbour.txt, lines 50–92. Accessed November 22, 2026.\n'
		].join('\n\n')
	);
});
