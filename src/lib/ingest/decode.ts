/** Bytes of a seed to its text and lines. Says what it had to assume; knows nothing of what is written there. */
import type { Problem } from '../archive/article.ts';

/** What came of the bytes: `text` is null where they are no text at all. */
export interface Decoded {
	text: string | null;
	problems: Problem[];
}

/** A share of control characters no text has: tabs, line ends and form feeds not counted. */
const mostControls = 0.01;

const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

function strictly(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

// 0x80 to 0x9f: where Windows-1252 differs from Latin-1. Some releases of Node decode the one as the other.
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function readWindows(bytes: Uint8Array): string {
	const text = new TextDecoder('windows-1252').decode(bytes);
	return text.replace(/[\u0080-\u009f]/g, (mark) => windows[mark.charCodeAt(0) - 0x80] ?? mark);
}

function utf16(bytes: Uint8Array): string | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly(bytes, 'utf-16le');
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly(bytes, 'utf-16be');
	return null;
}

function looksBinary(text: string): boolean {
	const most = text.length * mostControls;
	let count = 0;
	for (const [control] of text.matchAll(controls)) {
		count += 1;
		if (control === '\0' || count > most) return true;
	}
	return false;
}

/**
 * Reads UTF-8, or UTF-16 where a byte order mark says so. Anything else is taken for Windows-1252, with a warning
 * (`seed/encoding`), unless it is no text: then `text` is null and the problem an error (`seed/binary`).
 */
export function decode(file: string, bytes: Uint8Array): Decoded {
	const text = utf16(bytes) ?? strictly(bytes, 'utf-8');
	const fallback = text ?? readWindows(bytes);
	if (looksBinary(fallback)) {
		const message =
			'This is no text file (it holds bytes that no text has). Save it as plain text in UTF-8, or take it out of the folder.';
		return {
			text: null,
			problems: [{ file, line: null, rule: 'seed/binary', level: 'error', message }]
		};
	}
	if (text !== null) return { text, problems: [] };
	const line = 1 + (firstBadLine(bytes) ?? 0);
	const message =
		'The bytes are not UTF-8; they were read as Windows-1252. Look whether quotation marks and accents came out right, and save the file as UTF-8.';
	return {
		text: fallback,
		problems: [{ file, line, rule: 'seed/encoding', level: 'warning', message }]
	};
}

/** How many line ends stand before the first byte that is no UTF-8. */
function firstBadLine(bytes: Uint8Array): number | null {
	let start = 0;
	for (let line = 0; start < bytes.length; line += 1) {
		const end = bytes.indexOf(0x0a, start);
		const stop = end < 0 ? bytes.length : end + 1;
		if (strictly(bytes.subarray(start, stop), 'utf-8') === null) return line;
		start = stop;
	}
	return null;
}

/** The lines of a text without their ends (LF, CRLF or CR); a last line end opens no further line. */
export function splitLines(text: string): string[] {
	const lines = text.split(/\r\n|\r|\n/);
	if (lines.at(-1) === '') lines.pop();
	return lines;
}
