import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/lib/archive/fold.ts';
import { isStemmed, isStopWord, keyOf, stemOf } from '../../src/lib/archive/stems.ts';
import { splitWords } from '../../src/lib/archive/words.ts';

const words = (text: string) => splitWords(text).map(({ word }) => word);

describe('folding', () => {
	it.each([
		['Öcalan', 'ocalan'],
		['İmamoğlu', 'imamoglu'],
		['IŞIK', 'isik'],
		['ışık', 'isik'],
		['Łódź', 'lodz'],
		['Straße', 'strasse'],
		['Đilas', 'dilas'],
		['Ørsted', 'orsted'],
		['Æsop', 'aesop'],
		['œuvre', 'oeuvre'],
		['Þór', 'thor'],
		['Suðurnes', 'sudurnes'],
		['ﬁnance', 'finance'],
		['Ｎｅｗｓ', 'news'],
		['ΟΔΟΣ', 'οδοσ'],
		['e\u0301te\u0301', 'ete'],
		['한국', '한국'],
		['हिन्दी', 'हिन्दी']
	])('folds %s to %s', (written, folded) => {
		expect(fold(written)).toBe(folded);
		expect(words(written)).toEqual([folded]);
	});
});

describe('splitting', () => {
	it.each([
		['a year, 2022, is whole', ['a', 'year', '2022', 'is', 'whole']],
		['1,200 nurses', ['1200', 'nurses']],
		['$6.75 trillion, 5.3 million.', ['6.75', 'trillion', '5.3', 'million']],
		['1,234,567.89', ['1234567.89']],
		['1990,1991 and 5,10', ['1990', '1991', 'and', '5', '10']],
		['18.9.2019', ['18', '9', '2019']],
		['the 1990s, the 21st', ['the', '1990s', 'the', '21st']],
		['I.C.E. agents', ['ice', 'agents']],
		['the U.S.-led U.S. army of the U.S', ['the', 'us', 'led', 'us', 'army', 'of', 'the', 'us']],
		['J.D. Vance', ['jd', 'vance']],
		['to clause b.The next', ['to', 'clause', 'b', 'the', 'next']],
		['four-week strike', ['four', 'week', 'strike']],
		['COVID-19 in K-12', ['covid', '19', 'in', 'k', '12']],
		["Trump’s and Trump's, the workers’ own", ['trump', 'and', 'trump', 'the', 'workers', 'own']],
		['don’t, O’Brien, rock’n’roll', ['dont', 'obrien', 'rocknroll']],
		['L’Humanité d’Estaing dell’Unità', ['l', 'humanite', 'd', 'estaing', 'dell', 'unita']],
		['‘quoted’ “words”', ['quoted', 'words']],
		['docu\u00adment', ['document']],
		['北京 2022年', ['北', '京', '2022', '年']],
		['½ ² 🔥 — … *', []],
		['', []]
	])('reads %j', (text, expected) => {
		expect(words(text)).toEqual(expected);
	});

	it('says where each word stands, possessive endings left out and initials whole', () => {
		const text = 'In Trump’s U.S., İmamoğlu';
		expect(splitWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
			'In',
			'Trump',
			'U.S.',
			'İmamoğlu'
		]);
	});
});

describe('stems', () => {
	it('brings the forms of an English word together', () => {
		expect(new Set(['strike', 'strikes', 'striking'].map(stemOf))).toEqual(new Set(['strike']));
		expect(stemOf('nations')).toBe(stemOf('nation'));
	});

	it('keeps apart what Porter would merge: news is not new', () => {
		expect(stemOf('news')).not.toBe(stemOf('new'));
		expect(stemOf('new')).toBe('new');
	});

	it('leaves years and figures whole', () => {
		expect(['2022', '1990s', '5.3'].map(stemOf)).toEqual(['2022', '1990s', '5.3']);
	});

	it('changes no letter of a word before the last one of its stem, so that words of a stem are found by its beginning', () => {
		const endings =
			'ational tional enci anci izer abli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize sses ies s eed ed ing y e ion ability ity ied';
		const part = fc.oneof(
			fc.constantFrom(...endings.split(' ')),
			fc.stringMatching(/^[a-z]{1,4}$/)
		);
		const word = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(word, (each) => {
				const stem = stemOf(each);
				expect(stem).not.toBe('');
				expect(each.startsWith(stem.slice(0, -1))).toBe(true);
			}),
			{ numRuns: 3000 }
		);
	});

	it('stems English only', () => {
		expect([isStemmed('en'), isStemmed('en-GB'), isStemmed('de'), isStemmed('enm')]).toEqual([
			true,
			true,
			false,
			false
		]);
		expect(keyOf('nations', true)).toBe('nation');
		expect(keyOf('nations', false)).toBe('=nations');
	});

	it('does not take us, who, may and no for common words', () => {
		expect(['us', 'who', 'may', 'no', 'will'].filter(isStopWord)).toEqual([]);
		expect(['the', 'of', 'is'].every(isStopWord)).toBe(true);
	});
});
