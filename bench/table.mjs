// The figures, each beside its bar.

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} figure
 * @property {string} bar what it is held to; empty where it only informs
 * @property {boolean | null} met
 */

/**
 * A figure that must not exceed its bar.
 * @param {string} what
 * @param {number} value
 * @param {string} unit
 * @param {number} [most]
 * @returns {Row}
 */
export function atMost(what, value, unit, most) {
	const digits = (value < 100 && unit === 'ms') || (value < 20 && unit === 'kB') ? 1 : 0;
	return {
		what,
		figure: `${value.toFixed(digits)} ${unit}`,
		bar: most === undefined ? '' : `at most ${most} ${unit}`,
		met: most === undefined ? null : value <= most
	};
}

/**
 * A figure that must be just so.
 * @param {string} what
 * @param {number} value
 * @param {number} wanted
 * @returns {Row}
 */
export function exactly(what, value, wanted) {
	return { what, figure: String(value), bar: String(wanted), met: value === wanted };
}

/** @param {Row[]} rows */
export function printTable(rows) {
	const width = (/** @type {'what' | 'figure' | 'bar'} */ key) =>
		Math.max(...rows.map((row) => row[key].length));
	const [what, figure, bar] = [width('what'), width('figure'), width('bar')];
	for (const row of rows) {
		const verdict = row.met === null ? '' : row.met ? 'met' : 'MISSED';
		console.log(
			`  ${row.what.padEnd(what)}  ${row.figure.padStart(figure)}  ${row.bar.padEnd(bar)}  ${verdict}`
		);
	}
}

/**
 * Several things side by side: a line for each, a column for each figure.
 * @param {string[]} heads
 * @param {string[][]} lines the first of each names it
 */
export function printGrid(heads, lines) {
	const widths = heads.map((head, at) =>
		Math.max(head.length, ...lines.map((line) => (line[at] ?? '').length))
	);
	for (const line of [heads, ...lines]) {
		const cells = line.map((cell, at) =>
			at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
		);
		console.log(`  ${cells.join('  ')}`);
	}
}

/**
 * The value below which such a share of all lies (nearest rank).
 * @param {number[]} values
 * @param {number} share from 0 to 1
 */
export function percentile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
