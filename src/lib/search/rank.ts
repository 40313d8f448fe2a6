/** The order of results where there are no columns to sort by: the same as that of the page (`explorer/order.ts`). */
import type { Answer } from './answer.ts';

/**
 * The rows of an answer, best first: by score, then by date with the newest first and undated ones last, then by
 * row. `days` is the first day of each row of the catalog. Empty where nothing was asked.
 */
export function rankBest(
	answer: Pick<Answer, 'rows' | 'scores'>,
	days: readonly (number | null)[]
): Uint32Array {
	const { rows, scores } = answer;
	if (!rows) return new Uint32Array(0);
	const order = Uint32Array.from(rows.keys());
	const dayAt = (at: number) => days[rows[at] ?? -1] ?? -Infinity;
	order.sort((a, b) => {
		const byScore = (scores[b] ?? 0) - (scores[a] ?? 0);
		if (byScore !== 0) return byScore;
		const newer = dayAt(b);
		const older = dayAt(a);
		return newer === older ? a - b : newer > older ? 1 : -1;
	});
	return order.map((at) => rows[at] ?? 0);
}
