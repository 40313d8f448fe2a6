/** What lets search engines and browsers find an archive: robots.txt, sitemaps, the description of its search. */
import { escapeXml, element, xmlDeclaration } from './xml.ts';

/** Addresses in one sitemap; the protocol allows 50,000. */
export const mostInSitemap = 10_000;

const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * Lets everybody in: what is to be left out is said on the pages, which have to be read for that. The other forms of such
 * an article have no page to say it on, and are closed: `closed` are what their addresses begin with.
 */
export function writeRobots(sitemap: string | null, closed: readonly string[] = []): string {
	const rules = closed.map((path) => `Disallow: ${path}\n`).join('');
	return `User-agent: *\nAllow: /\n${rules}${sitemap === null ? '' : `\nSitemap: ${sitemap}\n`}`;
}

/** A sitemap of pages, by their whole addresses. Nothing is known of when they changed, so that nothing is said. */
export function writeSitemap(addresses: readonly string[]): string {
	const urls = addresses.map((address) => `	<url><loc>${escapeXml(address)}</loc></url>\n`);
	return `${xmlDeclaration}<urlset xmlns="${sitemapNamespace}">\n${urls.join('')}</urlset>\n`;
}

/** The index of some sitemaps. */
export function writeSitemapIndex(addresses: readonly string[]): string {
	const maps = addresses.map((address) => `	<sitemap><loc>${escapeXml(address)}</loc></sitemap>\n`);
	return `${xmlDeclaration}<sitemapindex xmlns="${sitemapNamespace}">\n${maps.join('')}</sitemapindex>\n`;
}

/** The sixteen characters that a description may have for a name, up to the end of a word. */
const shortName = (title: string) =>
	/^.{1,16}(?=\s|$)/u.exec(title)?.[0] ?? Array.from(title).slice(0, 16).join('');

/** An OpenSearch description, by which a browser takes the archive up among its searches. `address`: of the front page. */
export function writeOpenSearch(title: string, address: string): string {
	return [
		xmlDeclaration,
		'<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n',
		element('ShortName', shortName(title), '\t'),
		element('Description', `Search the articles of ${title}`, '\t'),
		element('InputEncoding', 'UTF-8', '\t'),
		`	<Url type="text/html" template="${escapeXml(address)}?q={searchTerms}"/>\n`,
		'</OpenSearchDescription>\n'
	].join('');
}
