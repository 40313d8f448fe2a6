// The columns of an invented archive, made of the plan that its texts would be written from: what filters and counts read,
// without writing and reading a text.
import { knownLevels, knownOf } from '../../src/lib/archive/known.ts';
import { articleKinds } from '../../src/lib/archive/article.ts';
import { dayOf, partsOf } from '../../src/lib/archive/day.ts';
import { planArticles } from '../../src/cli/generate/plan.ts';
import { columnsOf } from '../../src/lib/filter/columns.ts';

/** One in so many articles has no date, as in the archives that we know. */
const undated = 60;
/** How well the date of a daily is known, of a digest, of a magazine: as their forms print it. */
const edtf = { daily: '2000-01-01', digest: '2000-01-01?', magazine: '2000-01' };

/** @param {number} articles */
export function inventColumns(articles) {
	const plans = planArticles(articles);
	const names = {
		author: [...new Set(plans.flatMap(({ authors }) => authors))],
		publication: [...new Set(plans.map(({ publication }) => publication.name))],
		kind: [...articleKinds],
		language: ['en'],
		known: [...knownLevels],
		basis: [],
		has: []
	};
	const codes = new Map(names.author.map((name, code) => [name, code]));
	/** First and last day that the date can mean. */
	const days = plans.map(({ day, number, publication }) => {
		if (number % undated === 0) return null;
		if (publication.form !== 'magazine') return [day, day];
		const { year, month } = partsOf(day);
		return [dayOf(year, month, 1), dayOf(year, month + 1, 0)];
	});
	const catalog = {
		first: days.map((span) => span?.[0] ?? null),
		last: days.map((span) => span?.[1] ?? null),
		known: plans.map(({ publication }, row) =>
			knownLevels.indexOf(knownOf(days[row] ? edtf[publication.form] : null))
		),
		authors: plans.map(({ authors }) => authors.map((name) => codes.get(name) ?? 0)),
		publication: plans.map(({ publication }) => names.publication.indexOf(publication.name)),
		kind: plans.map(({ words }) => (words < 60 ? 2 : 0)),
		language: plans.map(() => 0),
		words: plans.map(({ words }) => words),
		dateBasis: [],
		has: [],
		names
	};
	return columnsOf(/** @type {import('../../src/lib/bundle/format.ts').Catalog} */ (catalog));
}
