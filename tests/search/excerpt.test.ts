import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/lib/search/answer.ts';
import { excerptOf } from '../../src/lib/search/excerpt.ts';
import { matcherOf } from '../../src/lib/search/match.ts';
import { findByReading } from '../../src/lib/search/parts-finder.ts';
import { readQuery } from '../../src/lib/search/query.ts';
import { textOf } from './library.ts';

const joined = (segments: readonly Segment[]) => segments.map(({ text }) => text).join('');
const shown = (segments: readonly Segment[]) =>
	segments.map(({ text, match }) => (match ? `[${text}]` : text)).join('');
const excerpt = (query: string, text: ReturnType<typeof textOf>, row: number) =>
	excerptOf(text, row, findByReading(readQuery(query).clauses)(text, row));
const mark = (query: string, text: string, language = 'en') =>
	shown(matcherOf({ query, any: false }, language).segments(text));

describe('marks', () => {
	it.each([
		['ocalan', 'Öcalan, Ocalan’s', '[Öcalan], [Ocalan]’s'],
		['strike', 'Strikes struck; striking', '[Strikes] struck; [striking]'],
		['stri*', 'Strikes struck; striking', '[Strikes] struck; [striking]'],
		['"the strike"', 'The strike. Strike the', '[The strike]. Strike the'],
		['the strike', 'the strike', 'the [strike]'],
		['"new york" york', 'New York, York', '[New York], [York]'],
		['"new york" "new york city"', 'New York City', '[New York City]'],
		['strike -nurses', 'nurses strike', 'nurses [strike]'],
		['ice', 'I.C.E. on ice', '[I.C.E.] on [ice]'],
		['the', 'the and The', '[the] and [The]'],
		['!?', 'nothing asked', 'nothing asked']
	])('for %j in %j are %j', (query, text, expected) => {
		expect(mark(query, text)).toBe(expected);
	});

	it('follow stems in English only', () => {
		expect(mark('nations', 'Nation nations', 'en')).toBe('[Nation] [nations]');
		expect(mark('nations', 'Nation nations', 'de')).toBe('Nation [nations]');
	});

	it('joined with the rest give the text, whatever both are', () => {
		const text = fc.string({
			unit: fc.constantFrom('a', 'the ', 'b', ' ', '’s', '.', 'É', '中', '🔥', '\u0301', '1', ',')
		});
		fc.assert(
			fc.property(text, text, (query, content) => {
				const matcher = matcherOf({ query: `"${query}" ${query}*`, any: false }, 'en');
				const segments = matcher.segments(content);
				expect(joined(segments)).toBe(content);
				expect(segments.filter(({ match }) => match).map((one) => one.text)).toEqual(
					matcher.find(content).map(({ start, end }) => content.slice(start, end))
				);
			})
		);
	});
});

describe('an excerpt', () => {
	const filler = (count: number) =>
		Array.from({ length: count }, (_, at) => `filler${at}`).join(' ');
	const of = (query: string, ...paragraphs: string[]) =>
		excerpt(query, textOf('A strike of nurses', paragraphs), 7);

	it('marks the headline and says where in the text the matches are', () => {
		const { row, headline, places } = of('strike', 'x'.repeat(41), 'strike x');
		expect(row).toBe(7);
		expect(shown(headline)).toBe('A [strike] of nurses');
		// The headline has 18 characters, then 41, then 8: matches at 2 and at 59 of 67.
		expect(places).toEqual([2 / 67, 59 / 67]);
	});

	it('shows about thirty words around a match, and where it was cut', () => {
		const { passages } = of('gale', `${filler(50)} gale ${filler(50)}`);
		expect(passages).toHaveLength(1);
		const passage = passages[0]!;
		const words = joined(passage.segments).split(' ');
		expect(words).toHaveLength(30);
		expect(words[8]).toBe('gale');
		expect([passage.cutBefore, passage.cutAfter]).toEqual([true, true]);
		expect(shown(passage.segments)).toContain('[gale]');
	});

	it('shows a whole paragraph that is short', () => {
		const { passages } = of('gale', 'first', '“The gale,” he said.');
		expect(
			passages.map(({ segments, cutBefore, cutAfter }) => [shown(segments), cutBefore, cutAfter])
		).toEqual([['“The [gale],” he said.', false, false]]);
	});

	it('prefers passages that show different words, and keeps them in the order of the text', () => {
		const { passages } = of(
			'gale port',
			'a port here',
			'a gale here',
			'gale gale gale gale',
			'gale again'
		);
		expect(passages.map(({ segments }) => shown(segments))).toEqual([
			'a [port] here',
			'[gale] [gale] [gale] [gale]'
		]);
	});

	it('opens with the first words where only the headline matches', () => {
		const { passages } = of('strike', `${filler(40)}`);
		expect(passages).toHaveLength(1);
		expect(joined(passages[0]!.segments)).toBe(filler(30));
		expect([passages[0]!.cutBefore, passages[0]!.cutAfter]).toEqual([false, true]);
	});

	it('shows a headline that is missing as one empty segment', () => {
		const { headline } = excerpt('x', textOf(null, ['x']), 0);
		expect(headline).toEqual([{ text: '', match: false }]);
	});

	it('shows passages that stand in the text as they are, never overlapping, for any text', () => {
		const words = fc.constantFrom('gale', 'gales', 'port', '“port”', 'a', 'b.', '中', 'x');
		const paragraph = fc.array(words, { minLength: 1, maxLength: 120 }).map((all) => all.join(' '));
		fc.assert(
			fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), (paragraphs) => {
				const { passages } = of('gale "a gale" po*', ...paragraphs);
				expect(passages.length).toBeGreaterThan(0);
				expect(passages.length).toBeLessThanOrEqual(2);
				for (const { segments } of passages) {
					expect(paragraphs.some((text) => text.includes(joined(segments)))).toBe(true);
				}
			})
		);
	});
});
