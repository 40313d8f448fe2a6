/** The part of citation-js that the tests read citations back with; it has no types of its own. */
declare module '@citation-js/core' {
	export class Cite {
		constructor(text: string, options: { forceType: string; generateGraph: boolean });
		data: Record<string, unknown>[];
	}
	export const plugins: {
		input: {
			chain(
				text: string,
				options: { forceType: string; target: string; generateGraph: boolean }
			): unknown;
		};
	};
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
