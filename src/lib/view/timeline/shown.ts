/** What a zoomed timeline shows, in words. */
import { describeCount, describeItems } from '../../chart/describe.ts';
import type { TimelineModel } from './timeline.svelte.ts';
import { nouns } from './words.ts';

const sum = (counts: Float64Array) => counts.reduce((a, b) => a + b, 0);

/** `Shown: Mar – Aug 1994, with 12 of 180 articles.` */
export function describeShown({ all, matching, asked, shown }: TimelineModel): string {
	const held = describeItems(sum(all), nouns);
	const many = asked ? `${describeCount(sum(matching))} of ${held}` : held;
	return `Shown: ${shown}, with ${many}.`;
}
