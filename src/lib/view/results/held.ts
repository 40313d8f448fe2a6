/** What the archive has from the dates asked for, in words: whether nothing is held, or nothing of it matches. */
import { describeMonth, readDay, type Day } from '../../archive/day.ts';
import type { Columns } from '../../filter/columns.ts';
import type { Selection } from '../../filter/selection.ts';
import { counted, labelOfDates } from '../labels.ts';
import { readDates } from '../timeline/period.ts';

/** A sentence; null where no dates are asked for, or no article is dated. `span`: first and last day of the archive. */
export function describeHeld(
	{ first, last }: Pick<Columns, 'first' | 'last'>,
	selection: Pick<Selection, 'from' | 'to'>,
	span: { first: string; last: string } | null
): string | null {
	const [from, to] = [span && readDay(span.first), span && readDay(span.last)];
	const dates = labelOfDates(selection);
	if (from === null || to === null || dates === null) return null;
	const asked = readDates(selection, { first: from, last: to });
	if (!asked) return null;
	let held = 0;
	let [before, after] = [-Infinity, Infinity];
	for (let row = 0; row < first.length; row++) {
		const [begins, ends] = [first[row] as number, last[row] as number];
		// Undated rows hold a day that no calendar reaches.
		if (begins < from) continue;
		if (ends < asked.first) before = Math.max(before, ends);
		else if (begins > asked.last) after = Math.min(after, begins);
		else held++;
	}
	const when = selection.from && selection.to ? `from ${dates}` : dates;
	if (held > 0)
		return `The archive holds ${counted(held, 'article')} ${when}, but none that meets the other conditions.`;
	const near = [
		before > -Infinity ? `before that is of ${describeMonth(before as Day)}` : null,
		after < Infinity ? `after that is of ${describeMonth(after as Day)}` : null
	].filter((each) => each !== null);
	return `The archive holds nothing ${when}. The nearest ${near.join(', the nearest ')}.`;
}
