import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { delayMs, firstDelayMs, Gesture } from '../../src/lib/explorer/gesture.ts';
import { nothingAsked } from '../../src/lib/filter/selection.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function recorder() {
	const writes: [query: string, replace: boolean][] = [];
	const gesture = new Gesture(async ({ query }, replace) => void writes.push([query, replace]));
	const step = (query: string) => gesture.step({ ...nothingAsked, query });
	return { writes, gesture, step };
}

describe('a gesture writes few entries into the history', () => {
	test('the first step makes an entry, later ones replace it, the last one always stands', async () => {
		const { writes, gesture, step } = recorder();
		step('s');
		await vi.advanceTimersByTimeAsync(firstDelayMs);
		for (const query of ['st', 'str', 'strike']) step(query);
		await gesture.end();
		expect(writes).toEqual([
			['s', false],
			['strike', true]
		]);
	});

	test('a gesture that is over before its first write makes one entry', async () => {
		const { writes, gesture, step } = recorder();
		for (const query of ['s', 'st', 'strike']) step(query);
		await gesture.end();
		expect(writes).toEqual([['strike', false]]);
	});

	test('long typing writes at most every quarter of a second', async () => {
		const { writes, gesture, step } = recorder();
		for (let frame = 0; frame < 120; frame++) {
			step(String(frame));
			await vi.advanceTimersByTimeAsync(1000 / 60);
		}
		await gesture.end();
		expect(writes.length).toBeLessThanOrEqual(2 + 2000 / delayMs);
		expect(writes.at(-1)).toEqual(['119', true]);
	});

	test('a drag writes when the hand rests and when it lets go, never while it moves', async () => {
		const { writes, gesture } = recorder();
		const drag = async (from: number, to: number) => {
			for (let frame = from; frame <= to; frame++) {
				gesture.step({ ...nothingAsked, query: String(frame) }, true);
				await vi.advanceTimersByTimeAsync(1000 / 60);
			}
		};
		await drag(1, 120);
		expect(writes).toEqual([]);
		await vi.advanceTimersByTimeAsync(delayMs);
		expect(writes).toEqual([['120', false]]);
		await drag(121, 150);
		await gesture.end();
		expect(writes).toEqual([
			['120', false],
			['150', true]
		]);
	});

	test('a step after the end is another gesture', async () => {
		const { writes, gesture, step } = recorder();
		step('one');
		await gesture.end();
		step('two');
		await gesture.end();
		expect(writes).toEqual([
			['one', false],
			['two', false]
		]);
	});

	test('what was taken back is never written', async () => {
		const { writes, gesture, step } = recorder();
		step('one');
		await vi.advanceTimersByTimeAsync(firstDelayMs);
		step('two');
		gesture.cancel();
		await vi.advanceTimersByTimeAsync(1000);
		expect(writes).toEqual([['one', false]]);
	});
});
