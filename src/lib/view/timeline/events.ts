/** Events on the timeline: which are in the picture, and what the table says of them. */
import { readDay } from '../../archive/day.ts';
import type { ArchiveEvent } from '../../archive/event.ts';
import { describeEdtf } from '../../archive/known.ts';
import type { Range } from '../../chart/place/range.ts';

/** An event as days, `until` the day after its last. */
export function daysOfEvent({ first, last }: ArchiveEvent): Range {
	return { from: readDay(first) ?? 0, until: (readDay(last) ?? 0) + 1 };
}

/** The events that touch the days in the picture. */
export function eventsShown(seen: {
	events: readonly ArchiveEvent[];
	view: Range | null;
}): ArchiveEvent[] {
	const { events, view } = seen;
	return events.filter((event) => {
		const { from, until } = daysOfEvent(event);
		return view !== null && from < view.until && until > view.from;
	});
}

/** The events that begin on one of some days, `until` not among them: `General strike (14 March 1994)`. */
export function nameEvents(events: readonly ArchiveEvent[], from: number, until: number): string {
	return events
		.filter((event) => {
			const begins = daysOfEvent(event).from;
			return begins >= from && begins < until;
		})
		.map(({ label, edtf }) => `${label} (${describeEdtf(edtf)})`)
		.join('; ');
}
