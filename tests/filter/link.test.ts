import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/lib/filter/columns.ts';
import {
	articleAddress,
	explorerAddress,
	matchAnchor,
	readLink,
	readMatchAnchor,
	withKnownValues,
	writeLink
} from '../../src/lib/filter/link.ts';
import { versionOf, withVersion } from '../../src/lib/filter/version.ts';
import {
	cleared,
	isAsked,
	leftOut,
	lengths,
	none,
	nothingAsked,
	sortOf,
	toggle,
	valueOf
} from '../../src/lib/filter/selection.ts';
import { labelOf } from '../../src/lib/view/labels.ts';
import { selection } from './arbitrary.ts';
import { catalogOf } from './catalog.ts';

describe('links', () => {
	test('a link reads back as the selection that wrote it', () => {
		fc.assert(
			fc.property(selection, (asked) => {
				expect(readLink(writeLink(asked))).toEqual(asked);
			})
		);
	});

	test('junk never throws, and what is read from it is lawful', () => {
		const junk = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc
				.array(
					fc.tuple(
						fc.constantFrom(
							'q',
							'any',
							'from',
							'to',
							'undated',
							'author',
							'kind',
							'known',
							'sort',
							'open',
							'view',
							'lines',
							'onelist',
							'with',
							'smooth',
							'by',
							'zoom',
							'%',
							'__proto__'
						),
						fc.oneof(
							fc.string({ unit: 'binary' }),
							fc.constantFrom('%', '1', '1994-13', '0000', '-1', '%FF')
						)
					)
				)
				.map((pairs) => `?${pairs.map((pair) => pair.join('=')).join('&')}`)
		);
		fc.assert(
			fc.property(junk, (search) => {
				const read = readLink(search);
				expect(readLink(writeLink(read))).toEqual(read);
			})
		);
	});

	test('nothing asked is an address without a query string', () => {
		expect(writeLink(nothingAsked)).toBe('');
		expect(explorerAddress({ base: '/repo', single: false })).toBe('/repo/');
	});

	test('impossible dates, values and orders are passed over', () => {
		expect(
			readLink('?from=1994-02-30&to=yesterday&kind=letter&kind=full&known=&sort=random&open=../etc')
		).toEqual({ ...nothingAsked, kind: ['full'] });
	});

	test('authors and publications that the archive does not have are passed over', () => {
		const columns = columnsOf(catalogOf([{ authors: ['Jane Doe'] }, {}]));
		const asked = readLink('?author=Jane+Doe&author=Nobody&author=&publication=The+Void');
		expect(withKnownValues(asked, columns)).toEqual({
			...nothingAsked,
			author: ['Jane Doe', none]
		});
	});

	test('a value is left out with a minus before it, as a word is', () => {
		const columns = columnsOf(catalogOf([{ authors: ['Jane Doe'] }, {}]));
		const asked = readLink('?author=-Jane+Doe&author=-&author=-Nobody&kind=-notice&kind=-letter');
		expect(withKnownValues(asked, columns)).toEqual({
			...nothingAsked,
			author: ['-Jane Doe', '-'],
			kind: ['-notice']
		});
		expect(writeLink({ ...nothingAsked, author: ['-Jane Doe'] })).toBe('?author=-Jane+Doe');
	});

	test('the match that an address leads to', () => {
		expect(readMatchAnchor(`https://a.org/?q=tea#${matchAnchor(6)}`)).toBe(6);
		expect(readMatchAnchor('#/article/some-id/#match-1')).toBe(0);
		for (const junk of ['', '#', '#match-', '#match-0', '#match--1', '#match-1x', '#rematch-1'])
			expect(readMatchAnchor(junk)).toBeNull();
	});

	test('dates the wrong way round are turned', () => {
		expect(readLink('?from=1996&to=1994-03')).toMatchObject({ from: '1994-03', to: '1996' });
		expect(readLink('?from=1994-03&to=1994')).toMatchObject({ from: '1994-03', to: '1994' });
	});

	test('what means nothing by itself is left out', () => {
		expect(readLink('?any=1&undated=1&q=%20')).toEqual({ ...nothingAsked, query: ' ' });
	});

	test('no byline travels as an empty value, and a name stands once', () => {
		expect(readLink('?author=&author=Ana&author=Ana').author).toEqual(['', 'Ana']);
		expect(writeLink({ ...nothingAsked, author: [''] })).toBe('?author=');
	});

	test('an endless query or list is cut', () => {
		expect(readLink(`?q=${'a'.repeat(50_000)}`).query).toHaveLength(10_000);
		const many = Array.from({ length: 1000 }, (_, at) => `author=${at}`).join('&');
		expect(readLink(many).author).toHaveLength(200);
	});

	test('a trend compares four further queries at most, none of them empty or twice', () => {
		const asked = readLink(
			'?q=a&with=b&with=&with=+b+&with=c&with=d&with=e&with=f&smooth=2&by=hour'
		);
		expect(asked.compare).toEqual(['b', 'c', 'd', 'e']);
		expect([asked.trendWindow, asked.trendBin]).toEqual([1, null]);
		expect(readLink('?smooth=3&by=half-year&unit=occurrences&per=words')).toMatchObject({
			trendWindow: 3,
			trendBin: 'half-year',
			trendUnit: 'occurrences',
			trendScale: 'words'
		});
	});

	test('a zoom is two periods in their order, and no part of what is asked', () => {
		const asked = readLink('?zoom=1994-03..1996');
		expect(asked).toEqual({ ...nothingAsked, zoom: { from: '1994-03', to: '1996' } });
		expect(writeLink(asked)).toBe('?zoom=1994-03..1996');
		expect(isAsked(asked)).toBe(false);
		for (const junk of [
			'1996..1994',
			'1994',
			'1994..',
			'..1994',
			'1994..1995..1996',
			'1994-13..1995'
		])
			expect(readLink(`?zoom=${junk}`).zoom).toBeNull();
	});

	test('an article’s address carries the question and not the pane', () => {
		const asked = { ...nothingAsked, query: 'a b', open: 'x' };
		const site = { base: '', single: false };
		expect(articleAddress(site, 'some-id', asked)).toBe('/article/some-id/?q=a+b');
		const single = { base: '', single: true };
		expect(articleAddress(single, 'some-id', asked)).toBe('?q=a+b#/article/some-id/');
		expect(explorerAddress(single)).toBe('?#/');
	});
});

describe('selections', () => {
	test('a value toggled twice leaves what was there', () => {
		fc.assert(
			fc.property(selection, fc.string(), (asked, value) => {
				fc.pre(!asked.publication.some((mark) => valueOf(mark) === valueOf(value)));
				const twice = toggle(toggle(asked, 'publication', value), 'publication', value);
				expect(twice.publication).toEqual(asked.publication);
			})
		);
	});

	test('what is chosen and what is left out take each other’s place', () => {
		const asked = { ...nothingAsked, kind: ['full', 'notice'] };
		const without = toggle(asked, 'kind', leftOut('full'));
		expect(without.kind).toEqual(['-full', 'notice']);
		expect(toggle(without, 'kind', 'full').kind).toEqual(['full', 'notice']);
		expect(toggle(without, 'kind', leftOut('full')).kind).toEqual(['notice']);
		expect(isAsked({ ...nothingAsked, author: [leftOut(none)] })).toBe(true);
	});

	test('cleared, nothing is asked and the order stays', () => {
		fc.assert(
			fc.property(selection, (asked) => {
				expect(isAsked(cleared(asked))).toBe(false);
			})
		);
		expect(cleared({ ...nothingAsked, query: 'a', sort: 'oldest' }).sort).toBe('oldest');
		expect(cleared({ ...nothingAsked, query: 'a', sort: 'best' }).sort).toBeNull();
	});

	test('spaces ask nothing, and the order in force follows the words', () => {
		expect(isAsked({ ...nothingAsked, query: '  ', open: 'x', sort: 'oldest' })).toBe(false);
		expect(sortOf(nothingAsked)).toBe('newest');
		expect(sortOf({ ...nothingAsked, query: 'strike' })).toBe('best');
		// A link that asks for the best match of no words.
		expect(sortOf({ ...nothingAsked, sort: 'best' })).toBe('newest');
		expect(sortOf({ ...nothingAsked, sort: 'oldest' })).toBe('oldest');
	});

	test('the page calls lengths what the filter means by them', () => {
		for (const { value, label } of lengths) expect(labelOf('length', value)).toBe(label);
	});
});

test('a link to be copied says its version, before its anchor, and reads back', () => {
	const version = '253ed962938fe904';
	expect(withVersion('https://a.org/', version)).toBe('https://a.org/?v=253ed96');
	expect(withVersion('/?q=tea#note-1', version)).toBe('/?q=tea&v=253ed96#note-1');
	expect(versionOf('?q=tea&v=253ed96')).toBe('253ed96');
	for (const junk of ['', '?v=', '?v=2', '?v=%3Cb%3E', '?v=253ed962938fe904ab'])
		expect(versionOf(junk)).toBeNull();
});
