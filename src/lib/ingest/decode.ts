/** Bytes of a seed to its text and lines. Says what it had to assume; knows nothing of what is written there. */
import type { Problem } from '../archive/article.ts';
import { error, howToSettle, warning } from './problem.ts';

/** What came of the bytes: `text` is null where they are no text at all. */
export interface Decoded {
	text: string | null;
	problems: Problem[];
}

/** The same, as lines without their ends. */
export interface DecodedLines {
	lines: string[] | null;
	problems: Problem[];
}

/** A share of control characters no text has: tabs, line ends and form feeds not counted. */
const mostControls = 0.01;

const [tab, lineFeed, formFeed, carriageReturn, space, del] = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x7f];

function strictly(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}

// 0x80 to 0x9f: where Windows-1252 differs from Latin-1. Some releases of Node decode the one as the other.
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const windowsDecoder = new TextDecoder('windows-1252');

function readWindows(bytes: Uint8Array): string {
	const text = windowsDecoder.decode(bytes);
	return text.replace(/[\u0080-\u009f]/g, (mark) => windows[mark.charCodeAt(0) - 0x80] ?? mark);
}

/** The bytes without their byte order mark, and UTF-16, which only that mark tells, in UTF-8. */
function narrow(bytes: Uint8Array): Uint8Array {
	const [first, second, third] = bytes;
	if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
	const [little, big] = [first === 0xff && second === 0xfe, first === 0xfe && second === 0xff];
	if (!little && !big) return bytes;
	const text = strictly(bytes.subarray(2), little ? 'utf-16le' : 'utf-16be');
	return text === null ? bytes : new TextEncoder().encode(text);
}

function looksBinary(bytes: Uint8Array): boolean {
	let count = 0;
	// By index, which is three times as fast as by value: this looks at every byte there is.
	for (let at = 0; at < bytes.length; at += 1) {
		const byte = bytes[at] ?? 0;
		if (byte >= space && byte !== del) continue;
		if (byte === 0) return true;
		if (byte === lineFeed || byte === carriageReturn || byte === tab || byte === formFeed) continue;
		count += 1;
	}
	return count > bytes.length * mostControls;
}

const binary =
	'This is no text file (it holds bytes that no text has, as pictures, PDFs and the files of word processors do). Save its text as plain text in UTF-8, take it out of the folder, or say beside it why it lies here: "settled: [{ rule: seed/binary, reason: ... }]".';

/** `line`: the first that is no UTF-8. */
function assumed(file: string, line: number): Problem {
	const message = `The bytes are not UTF-8; they were read as Windows-1252. Look whether quotation marks and accents came out right. ${howToSettle(file, 'seed/encoding')} If not, save the file as UTF-8.`;
	return warning(file, line, 'seed/encoding', message);
}

/**
 * Reads UTF-8, or UTF-16 where a byte order mark says so. Anything else is taken for Windows-1252, with a warning
 * (`seed/encoding`), unless it is no text: then `text` is null and the problem an error (`seed/binary`).
 */
export function decode(file: string, bytes: Uint8Array): Decoded {
	const narrowed = narrow(bytes);
	if (looksBinary(narrowed))
		return { text: null, problems: [error(file, null, 'seed/binary', binary)] };
	const text = strictly(narrowed, 'utf-8');
	if (text !== null) return { text, problems: [] };
	const { lines, problems } = decodeLines(file, bytes);
	return { text: lines && readWindows(narrowed), problems };
}

/**
 * Reads bytes as `decode` does, to lines (parted by LF, CRLF or CR; a last line end opens no further line). Each
 * is a string of its own: pieces of one long text would hold the whole of it, in two bytes a character if but one
 * of them needs two.
 */
export function decodeLines(file: string, bytes: Uint8Array): DecodedLines {
	const narrowed = narrow(bytes);
	if (looksBinary(narrowed))
		return { lines: null, problems: [error(file, null, 'seed/binary', binary)] };
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	const lines: string[] = [];
	try {
		// One after the other, so that they say how far it came where a line cannot be read.
		for (const line of partLines(narrowed, (line) => decoder.decode(line))) lines.push(line);
		return { lines, problems: [] };
	} catch {
		const problem = assumed(file, lines.length + 1);
		lines.length = 0;
		for (const line of partLines(narrowed, readWindows)) lines.push(line);
		return { lines, problems: [problem] };
	}
}

/**
 * The lines that `decodeLines` reads, one at a time: for whoever needs some of them, since a long file in lines takes
 * several times its bytes. None where the bytes are no text.
 */
export function* eachLine(bytes: Uint8Array): Generator<string> {
	const narrowed = narrow(bytes);
	if (looksBinary(narrowed)) return;
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	yield* partLines(narrowed, isUtf8(narrowed) ? (line) => decoder.decode(line) : readWindows);
}

/** Looks piece by piece: the text as a whole is not held. */
function isUtf8(bytes: Uint8Array): boolean {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const piece = 1_000_000;
	try {
		for (let at = 0; at < bytes.length; at += piece) {
			decoder.decode(bytes.subarray(at, at + piece), { stream: true });
		}
		decoder.decode();
		return true;
	} catch {
		return false;
	}
}

function* partLines(bytes: Uint8Array, read: (bytes: Uint8Array) => string): Generator<string> {
	for (let start = 0; start < bytes.length;) {
		const feed = bytes.indexOf(lineFeed, start);
		const end = feed < 0 ? bytes.length : feed;
		const last = feed > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
		const line = last === start ? '' : read(bytes.subarray(start, last));
		if (line.includes('\r')) {
			const parts = line.split('\r');
			if (feed < 0 && parts.at(-1) === '') parts.pop();
			yield* parts;
		} else yield line;
		start = end + 1;
	}
}

/** The lines of a text without their ends (LF, CRLF or CR); a last line end opens no further line. */
export function splitLines(text: string): string[] {
	const lines = text.split(/\r\n|\r|\n/);
	if (lines.at(-1) === '') lines.pop();
	return lines;
}
