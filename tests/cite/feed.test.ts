import { describe, expect, test } from 'vitest';
import { feedName, writeFeed } from '../../src/lib/cite/feed.ts';
import {
	writeOpenSearch,
	writeRobots,
	writeSitemap,
	writeSitemapIndex
} from '../../src/lib/cite/found.ts';
import { referenceOf } from '../../src/lib/cite/reference.ts';
import { escapeXml } from '../../src/lib/cite/xml.ts';
import { citable, origin } from './article.ts';

const address = 'https://example.org/article/some-id/';

function entry(edtf: string | null, last: string, at: string | null = address) {
	const article = citable({ date: edtf === null ? null : { edtf, basis: 'stated' } });
	return {
		reference: referenceOf(article, { ...origin, address: at }),
		date: edtf === null ? null : { edtf, last },
		summary: 'Ten weeks & <more>'
	};
}
const feed = (entries: ReturnType<typeof entry>[]) =>
	writeFeed(
		{
			title: 'Seed archive',
			id: 'https://example.org/feeds/newest.xml',
			self: 'https://example.org/feeds/newest.xml',
			page: 'https://example.org/',
			entries
		},
		'Seed archive'
	);

describe('a feed', () => {
	test('says what is known of each article', () => {
		expect(feed([entry('2022-05-16', '2022-05-16')])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
	<id>https://example.org/feeds/newest.xml</id>
	<title>Seed archive</title>
	<updated>2022-05-16T23:59:59Z</updated>
	<author><name>Seed archive</name></author>
	<link rel="alternate" type="text/html" href="https://example.org/"/>
	<link rel="self" href="https://example.org/feeds/newest.xml"/>
	<entry>
		<id>${address}</id>
		<title>The dockers return</title>
		<link rel="alternate" type="text/html" href="${address}"/>
		<updated>2022-05-16T23:59:59Z</updated>
		<published>2022-05-16T00:00:00Z</published>
		<dc:date>2022-05-16</dc:date>
		<dc:source>The Harbour Gazette</dc:source>
		<author><name>Kevin Reed</name></author>
		<summary>Ten weeks &amp; &lt;more&gt;</summary>
	</entry>
</feed>
`);
	});

	test('never says that a doubtful or partial date is a day of publication', () => {
		for (const edtf of ['2026-02-06?', '2025-05', '1998']) {
			const text = feed([entry(edtf, '2026-02-06')]);
			expect(text).toContain(`<dc:date>${edtf}</dc:date>`);
			expect(text).not.toContain('<published>');
		}
		expect(feed([entry(null, '')])).not.toMatch(/<published>|<dc:date>/);
	});

	test('leads to its articles where it does not know its address', () => {
		const text = feed([entry('1998', '1998-12-31', null)]);
		expect(text).toContain('<id>urn:hemeroteca:article:some-id</id>');
		expect(text).toContain('href="../article/some-id/"');
	});

	test('has a name that no other has', () => {
		expect(feedName('author', 'Şebnem Öcalan')).toMatch(/^author-sebnem-ocalan-[0-9a-f]{8}$/);
		expect(feedName('author', '王力')).toMatch(/^author-[0-9a-f]{8}$/);
		expect(feedName('author', 'A. Prins')).not.toBe(feedName('author', 'A Prins'));
	});
});

test('XML holds no sign that it would read, and none that it may not hold', () => {
	expect(escapeXml('a <b> & "c"\u0000\u000b\ud800\ufffe 😀')).toBe(
		'a &lt;b&gt; &amp; &quot;c&quot;\ufffd 😀'
	);
});

test('sitemaps and robots.txt name whole addresses', () => {
	const open = '<?xml version="1.0" encoding="UTF-8"?>\n';
	const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
	expect(writeSitemap(['https://example.org/?a&b'])).toBe(
		`${open}<urlset ${namespace}>\n	<url><loc>https://example.org/?a&amp;b</loc></url>\n</urlset>\n`
	);
	expect(writeSitemapIndex(['https://example.org/sitemaps/0.xml'])).toBe(
		`${open}<sitemapindex ${namespace}>\n	<sitemap><loc>https://example.org/sitemaps/0.xml</loc></sitemap>\n</sitemapindex>\n`
	);
	expect(writeRobots(null)).toBe('User-agent: *\nAllow: /\n');
	expect(writeRobots(null, ['/a/article/fog/index.'])).toBe(
		'User-agent: *\nAllow: /\nDisallow: /a/article/fog/index.\n'
	);
	expect(writeRobots('https://example.org/sitemap.xml')).toContain(
		'\nSitemap: https://example.org/sitemap.xml\n'
	);
});

test('the description of the search has a name short enough and the place for words', () => {
	const text = writeOpenSearch('The Harbour Archive & Library', 'https://example.org/');
	expect(text).toContain('<ShortName>The Harbour</ShortName>');
	expect(writeOpenSearch('Zeitungsausschnitte', '/')).toContain('<ShortName>Zeitungsausschni<');
	expect(writeOpenSearch('Seed archive', '/')).toContain('<ShortName>Seed archive<');
	expect(text).toContain('template="https://example.org/?q={searchTerms}"');
});
