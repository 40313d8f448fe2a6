/** The package `edtf` brings no types of its own; only what `edtf.ts` uses is declared. */
declare module 'edtf' {
	/** A parsed value; `min` and `max` are milliseconds since 1970 (UTC), not finite or null where open or unknown. */
	interface Value {
		type: string;
		min: number | null;
		max: number | null;
	}
	/** Throws where the text is no EDTF of the level asked for. */
	export default function edtf(text: string, options: { level: number }): Value;
}
