/**
 * The part of TOML (toml.io, version 1.0) in which front matter is written: keys with texts, numbers, dates, truths and lists
 * of texts, above the first table. Multi-line texts and nested values are passed over.
 */

/** A key, what stands behind it, and the line it stands in, from 0. */
export interface TomlEntry {
	key: string;
	value: string | string[];
	line: number;
}

const text = /"(?:[^"\\]|\\.)*"|'[^']*'/;
const texts = new RegExp(text.source, 'g');
const entry = new RegExp(
	`^\\s*(?:([\\w-]+)|"([^"]*)")\\s*=\\s*(?:(${text.source})|(\\[[^\\]]*\\])|([\\w:.+-]+(?: \\d[\\w:.+-]*)?))\\s*(?:#.*)?$`
);

function unquoted(written: string): string {
	if (written.startsWith("'")) return written.slice(1, -1);
	return written
		.slice(1, -1)
		.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		.replace(/\\n/g, '\n')
		.replace(/\\t/g, '\t')
		.replace(/\\(.)/g, '$1');
}

/** The entries above the first table. `strange`: the first line that is none of the above, from 0; null where there is none. */
export function readToml(lines: readonly string[]): {
	entries: TomlEntry[];
	strange: number | null;
} {
	const entries: TomlEntry[] = [];
	let strange: number | null = null;
	for (let at = 0; at < lines.length; at += 1) {
		let line = lines[at] ?? '';
		const from = at;
		if (/^\s*\[/.test(line)) break;
		if (/^\s*(?:#|$)/.test(line)) continue;
		// A list may go on over lines.
		while (/=\s*\[[^\]]*$/.test(line) && at + 1 < lines.length)
			line += ` ${lines[(at += 1)] ?? ''}`;
		const found = entry.exec(line);
		if (!found) {
			strange ??= from;
			continue;
		}
		const [, bare, quoted, string, list, plain] = found;
		const value = list
			? (list.match(texts) ?? []).map(unquoted)
			: string
				? unquoted(string)
				: (plain ?? '');
		entries.push({ key: bare ?? quoted ?? '', value, line: from });
	}
	return { entries, strange };
}
