/** Where the reader is among other articles: shapes that the reader page and the pane share. */

/** A way to another article. */
export interface Way {
	href: string;
	headline: string;
}

/** The place of an article among the results of a search. */
export interface Position {
	/** From 1. */
	at: number;
	of: number;
	/** Whether others may be found yet. */
	atLeast: boolean;
	previous: Way | null;
	next: Way | null;
}

/** The articles before and after by date: the way on where nothing was searched. */
export interface ByDate {
	earlier: Way | null;
	later: Way | null;
}

/** The way back to where the reader came from: `Back to 3 results for` and the words asked for, set apart. */
export interface Back {
	href: string;
	label: string;
	words?: string;
}
