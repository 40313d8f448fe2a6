/** XML as text. */

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML: the four signs that it reads are written out, and what XML may not hold at all is left out. */
export function escapeXml(text: string): string {
	return text
		.toWellFormed()
		.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
		.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

/** `<name>text</name>` on a line of its own; nothing where there is no text. */
export function element(name: string, text: string | null, indent = ''): string {
	return text === null ? '' : `${indent}<${name}>${escapeXml(text)}</${name}>\n`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
