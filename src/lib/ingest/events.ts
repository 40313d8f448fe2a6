/** Events of the curator's own, to be marked on the timeline: `events.yaml`. */
import type * as v from 'valibot';
import type { Problem } from '../archive/article.ts';
import type { ArchiveEvent } from '../archive/event.ts';
import { readEdtf } from '../archive/edtf.ts';
import { error } from './problem.ts';
import { eventsSchema } from './schema.ts';
import { check } from './check.ts';
import { readYaml } from './yaml.ts';

/** More marks than these would stand on top of each other. */
export const mostEvents = 500;

/** Reads `events.yaml`, by date. Where one event has a problem none is shown, so that no half of a list passes for all. */
export function readEvents(
	file: string,
	source: string
): { events: ArchiveEvent[]; problems: Problem[] } {
	const yaml = readYaml(file, source);
	const { output, problems } = check<v.InferOutput<typeof eventsSchema>>(
		file,
		{ ...yaml, value: yaml.value ?? [] },
		eventsSchema,
		'"date", "label", "link"'
	);
	if (!output) return { events: [], problems };
	if (output.length > mostEvents) {
		const message = `These are ${output.length} events; a timeline can show ${mostEvents}. Keep those that matter most.`;
		return { events: [], problems: [error(file, null, 'events/too-many', message)] };
	}
	const events = output.flatMap(({ date, label, link }) => {
		const read = readEdtf(date);
		return read
			? [{ edtf: date, first: read.first, last: read.last, label, link: link ?? null }]
			: [];
	});
	const key = ({ first, last }: ArchiveEvent) => `${first} ${last}`;
	events.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
	return { events, problems };
}
