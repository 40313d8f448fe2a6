/**
 * The version of the archive in a link that is given to others, so that the page can say where it is another by then.
 * Apart from the other parameters, since few pages need it.
 */

/** How many digits of an archive's version a link says. */
const versionDigits = 7;

/** An address that is given to others, with the version of the archive that it was made with; see `versionOf`. */
export function withVersion(address: string, version: string): string {
	const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(.*)$/s.exec(address) ?? [];
	const before = query.length > 1 ? `${query}&` : '?';
	return `${path}${before}v=${version.slice(0, versionDigits)}${hash}`;
}

/** The version that a link was made with, its first digits; null where it says none. Whatever is written next does not. */
export function versionOf(search: string): string | null {
	const said = new URLSearchParams(search).get('v') ?? '';
	return /^[0-9a-f]{7,16}$/.test(said) ? said : null;
}
