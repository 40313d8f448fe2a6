/** An event that a curator marks on the timeline. It is no article: nothing counts, searches or filters it. */
export interface ArchiveEvent {
	/** When it was, in EDTF, and the first and last day that it can mean, YYYY-MM-DD. */
	edtf: string;
	first: string;
	last: string;
	/** What it was, in a few words. */
	label: string;
	/** A web address that tells more; null where none is given. */
	link: string | null;
}
