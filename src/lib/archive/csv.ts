/** Tables as CSV (RFC 4180) that a spreadsheet can open without running anything of it. */

/**
 * Spreadsheets take a field that begins so for a formula, also where it is quoted. The full-width signs are such in
 * East Asian versions. What an apostrophe already guards is guarded once more, so that the guard can be taken off.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * One field. A text that a spreadsheet would take for a formula is given an apostrophe in front, which is how
 * spreadsheets themselves mark text; a number is written as it is.
 */
export function csvField(value: string | number): string {
	if (typeof value === 'number') return String(value);
	const safe = formula.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record with its line break, which also ends the last one. */
export function csvRecord(values: readonly (string | number)[]): string {
	return `${values.map(csvField).join(',')}\r\n`;
}

/** What the file begins with, so that every spreadsheet reads it as UTF-8. */
export const byteOrderMark = '\ufeff';
