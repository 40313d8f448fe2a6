import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodOf } from '../../src/lib/archive/day.ts';
import { readTyped } from '../../src/lib/view/timeline/typed.ts';

describe('a date field reads', () => {
	test.each([
		['1994', '1994', '1994'],
		[' Mar  1994 ', '1994-03', '1994-03'],
		['14 March 1994', '1994-03-14', '1994-03-14'],
		['14th March 1994', '1994-03-14', '1994-03-14'],
		['14th of March, 1994', '1994-03-14', '1994-03-14'],
		['Monday, 14 March 1994', '1994-03-14', '1994-03-14'],
		['14-Mar-1994', '1994-03-14', '1994-03-14'],
		['March, 1994', '1994-03', '1994-03'],
		['1994 Mar', '1994-03', '1994-03'],
		['3/1994', '1994-03', '1994-03'],
		['1994/3/14', '1994-03-14', '1994-03-14'],
		['14.3.1994', '1994-03-14', '1994-03-14'],
		['3/14/1994', '1994-03-14', '1994-03-14'],
		['5.5.1994', '1994-05-05', '1994-05-05'],
		['spring 1994', '1994-03', '1994-05'],
		['Fall of 1994', '1994-09', '1994-11'],
		// Print names a winter after either of its years.
		['winter 1994', '1994-01', '1995-02'],
		['winter 1994/95', '1994-12', '1995-02'],
		['1990s', '1990', '1999'],
		['the 1910s', '1910', '1919'],
		["1920's", '1920', '1929'],
		// Counted from 1801, or the 1800s.
		['19th century', '1800', '1900'],
		['the nineteenth century', '1800', '1900'],
		['2nd c.', '0100', '0200'],
		['XIX century', '1800', '1900'],
		['XXth century', '1900', '2000'],
		['s. XIX', '1800', '1900'],
		['siglo XVIII', '1700', '1800'],
		['XIXe siècle', '1800', '1900'],
		['XIV secolo', '1300', '1400'],
		['século XX', '1900', '2000'],
		['19. Jahrhundert', '1800', '1900'],
		['20e eeuw', '1900', '2000'],
		['H1 1994', '1994-01', '1994-06'],
		['1994 H2', '1994-07', '1994-12'],
		['h2/1994', '1994-07', '1994-12'],
		['first half of 1994', '1994-01', '1994-06'],
		['the 2nd half of 1994', '1994-07', '1994-12'],
		['week of 14 March 1994', '1994-03-14', '1994-03-20'],
		['week of 4 January 1950', '1950-01-02', '1950-01-08'],
		['44 BC', '-0043', '-0043'],
		['15 March 44 B.C.', '-0043-03-15', '-0043-03-15'],
		['Mar 44 BCE', '-0043-03', '-0043-03'],
		['1 BC', '0000', '0000'],
		['-0043-03', '-0043-03', '-0043-03'],
		// In the language of the paper.
		['marzo de 1994', '1994-03', '1994-03'],
		['14 de marzo de 1994', '1994-03-14', '1994-03-14'],
		['ene. 1994', '1994-01', '1994-01'],
		['1er août 1994', '1994-08-01', '1994-08-01'],
		['févr. 1994', '1994-02', '1994-02'],
		['le 3 fevrier 1994', '1994-02-03', '1994-02-03'],
		['14. März 1994', '1994-03-14', '1994-03-14'],
		['Dez. 1994', '1994-12', '1994-12'],
		['1º de março de 1994', '1994-03-01', '1994-03-01'],
		['10 luglio 1994', '1994-07-10', '1994-07-10'],
		['gen 1994', '1994-01', '1994-01'],
		['3 mei 1994', '1994-05-03', '1994-05-03'],
		['1994 mrt', '1994-03', '1994-03'],
		['Q2 1994', '1994-04', '1994-06'],
		['Q2/1994', '1994-04', '1994-06'],
		['1994 Q4', '1994-10', '1994-12'],
		['about 1911', '1911', '1911'],
		['c. 1911', '1911', '1911'],
		// EDTF, level 1.
		['1994-03-14', '1994-03-14', '1994-03-14'],
		['1994-21', '1994-03', '1994-05'],
		['199X', '1990', '1999'],
		['19xx', '1900', '1999'],
		['1994-XX', '1994', '1994'],
		['1911~', '1911', '1911'],
		['1911-06?', '1911-06', '1911-06']
	])('%j as beginning with %s and ending with %s', (typed, from, to) => {
		expect(readTyped(typed, 'from')).toEqual({ from });
		expect(readTyped(typed, 'to')).toEqual({ to });
	});

	test.each([
		['1994-03/1996', '1994-03', '1996-12'],
		['1994/1996', '1994', '1996'],
		['1994–1996', '1994', '1996'],
		['1994-96', '1994', '1996'],
		['1994-1996', '1994', '1996'],
		['1994 -1996', '1994', '1996'],
		['between 1994 and May 1996', '1994-01', '1996-05'],
		['from 1994 to 1996', '1994', '1996'],
		['Mar–May 1994', '1994-03', '1994-05'],
		['Jan-Mar 2020', '2020-01', '2020-03'],
		['14-16 May 2022', '2022-05-14', '2022-05-16'],
		['14 Mar 1994 to spring 1995', '1994-03-14', '1995-05-31'],
		['1990s to 2001', '1990', '2001'],
		['enero–marzo de 1994', '1994-01', '1994-03'],
		['3 mai 1994 – 8 juin 1995', '1994-05-03', '1995-06-08'],
		['44 BC to 0079', '-0043', '0079'],
		['H2 1994 to XX century', '1994-07', '2000-12'],
		['1994/..', '1994', null],
		['1994-', '1994', null],
		['/1996-05', null, '1996-05'],
		['– 1996', null, '1996'],
		['../1996', null, '1996']
	])('the range %j as both ends, in either field', (typed, from, to) => {
		expect(readTyped(typed, 'from')).toEqual({ from, to });
		expect(readTyped(typed, 'to')).toEqual({ from, to });
	});

	test.each([
		['before 1923', null, '1922'],
		['before 44 BC', null, '-0044'],
		['before 0001', null, '0000'],
		['before 14 March 1994', null, '1994-03-13'],
		['until May 1923', null, '1923-05'],
		['by 1923', null, '1923'],
		['1923 or earlier', null, '1923'],
		['after 1923', '1924', null],
		['after May 1923', '1923-06', null],
		['since 1923', '1923', null],
		['1923 onwards', '1923', null]
	])('%j as the one end, %s or %s, whichever field it is typed into', (typed, from, to) => {
		expect(readTyped(typed, 'from')).toEqual(from === null ? { from, to } : { from });
		expect(readTyped(typed, 'to')).toEqual(to === null ? { from, to } : { to });
	});

	test.each([
		['5.6.1994', '“5.6.1994” can be in May or in June. Write the month as a word: 5 Jun 1994.'],
		['1900s', '“1900s” can be ten years or a hundred. Write 190X or 19XX.'],
		['1990s-2000s', '“2000s” can be ten years or a hundred. Write 200X or 20XX.'],
		['500', 'Write the year with its four digits: 0500.'],
		['March', 'Add the year to “March”, with its four digits.'],
		['14 March', 'Add the year to “14 March”, with its four digits.'],
		['spring', 'Add the year to “spring”, with its four digits.'],
		['Mar 94', 'Write the year with its four digits: 1994, say.'],
		['94', 'Write the year with its four digits: 1994, say.'],
		['März', 'Add the year to “März”, with its four digits.'],
		['14 de marzo', 'Add the year to “14 de marzo”, with its four digits.'],
		['14.3.94', 'Write the year with its four digits: 1994, say.'],
		['30 February 1994', '“30 February 1994” is in no calendar. Look at its day and month.'],
		['1994-13', '“1994-13” is in no calendar. Look at its day and month.'],
		['1996/1994', 'This range ends before it begins. Turn it round.']
	])('%j not, and says why', (typed, why) => expect(readTyped(typed, 'from')).toBe(why));

	test.each([
		'yesterday',
		'last spring',
		'..',
		'/',
		'strike',
		'1994 or so',
		'<b>',
		'1994/1995/1996',
		'winter 1994/99',
		'Tuesday 14 March 1994',
		'early 1994',
		'-1996',
		'1994-W12',
		'after 9999',
		'Mar-94',
		'0th century',
		'IIX century',
		'XIX',
		's. 1994',
		'H3 1994',
		'H1',
		'marca 1994',
		'week of 1994'
	])('%j not, and says what it reads', (typed) =>
		expect(readTyped(typed, 'to')).toMatch(/^Write a year, a month and year, or a full date/)
	);

	test('no text makes it throw, and what is read is lawful', () => {
		const pieces = fc.constantFrom(
			'1994',
			'94',
			'Mar',
			'spring',
			'/',
			'..',
			'–',
			' ',
			'14',
			'.',
			'?',
			'X',
			's',
			'q1',
			'-',
			'before',
			'XIX',
			'siglo',
			'mai',
			'de',
			'h1',
			'19th',
			'century',
			'to'
		);
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(pieces).map((some) => some.join(''))
		);
		fc.assert(
			fc.property(text, fc.constantFrom('from' as const, 'to' as const), (typed, end) => {
				const read = readTyped(typed, end);
				if (typeof read === 'string') return;
				const { from = null, to = null } = read;
				if (typed.trim() !== '') expect(from ?? to).not.toBeNull();
				for (const iso of [from, to]) if (iso !== null) expect(periodOf(iso)).not.toBeNull();
				if (from && to) expect(periodOf(from)!.first).toBeLessThanOrEqual(periodOf(to)!.last);
			}),
			{ numRuns: 150 }
		);
	});
});
