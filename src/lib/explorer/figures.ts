/**
 * What the figures beside the list show, handed to what is fetched later: it then needs nothing of their files, which
 * would be torn apart if it did.
 */
import type { Bins } from '../archive/bins.ts';
import type { ValueTally } from '../filter/tally.ts';
import type { DateTally } from '../filter/tally-dates.ts';

export interface TimelineFigure {
	caption: string;
	/** Null where no article is dated. */
	bins: Bins | null;
	tally: DateTally | null;
	undated: number;
	undatedPassing: number;
}

export interface BylinesFigure {
	caption: string;
	/** Codes of the names, in the order and with the choice that the reader has made. */
	found: readonly number[];
	/** By code. */
	tally: readonly ValueTally[];
}

/** Those on the page. */
export interface Figures {
	timeline?: TimelineFigure;
	bylines?: BylinesFigure;
}
