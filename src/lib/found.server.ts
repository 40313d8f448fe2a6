/** Which pages and feeds of the site are published for others to find: the part of it that knows the built archive. */
import { authorSlug } from './archive/author.ts';
import { mostPages, type Catalog } from './bundle/format.ts';
import type { Archive } from './bundle/open.ts';
import { feedName, mostInFeed, newestFeed, writeFeed } from './cite/feed.ts';
import { mostInSitemap } from './cite/found.ts';
import { referenceOf } from './cite/reference.ts';
import { escapeXml } from './cite/xml.ts';
import { wholeAddress } from './filter/link.ts';
import { builtArchive } from './seeds.server.ts';
import { describeOpening } from './view/reader/describe.ts';

/** True where search engines are asked to leave a page out: every page, or that of an article. */
export async function isLeftOut(id: string | undefined): Promise<boolean> {
	const { noindex = [] } = (await builtArchive()).archive.manifest;
	return noindex === true || (id !== undefined && noindex.includes(id));
}

/**
 * What the other forms of the articles that are left out begin with, below a base path; none where there are no such
 * forms.
 */
export async function closedForms(base: string): Promise<string[]> {
	const { archive } = await builtArchive();
	const { counts, noindex = [] } = archive.manifest;
	if (counts.articles > mostPages) return [];
	if (noindex === true) return [`${base}/article/*/index.`];
	return noindex.map((id) => `${base}/article/${id}/index.`);
}

/** A page's whole address; null where the archive says none. */
export async function addressOf(path: string): Promise<string | null> {
	return wholeAddress((await builtArchive()).archive.manifest.address, path);
}

/**
 * The tags by which social sites find the archive's card; empty where its address is not known, since they take whole
 * addresses alone.
 */
export async function cardTags(): Promise<string> {
	const image = await addressOf('card.png');
	if (image === null) return '';
	const { title } = (await builtArchive()).archive.manifest;
	const tags: [property: string, content: string][] = [
		['og:image', image],
		['og:image:type', 'image/png'],
		['og:image:width', '1200'],
		['og:image:height', '630'],
		['og:image:alt', `${title}: articles over time`]
	];
	return [
		...tags.map(([name, content]) => `<meta property="${name}" content="${escapeXml(content)}" />`),
		'<meta name="twitter:card" content="summary_large_image" />'
	].join('');
}

/** The whole addresses of the pages to be found, in parts of a sitemap each; none where they are not known. */
export async function sitemapParts(): Promise<string[][]> {
	const { archive } = await builtArchive();
	const { manifest } = archive;
	const { address, noindex = [] } = manifest;
	if (address === null || noindex === true) return [];
	const entries = manifest.counts.articles > mostPages ? [] : await archive.entries.all();
	const shown = entries.filter(({ id }) => !noindex.includes(id));
	const { author: names } = archive.catalog.names;
	const paths = [
		'',
		'articles/',
		'about/',
		...shown.map(({ id }) => `article/${id}/`),
		...(names.length > mostPages ? [] : names.map(authorPage))
	];
	const all = paths.map((path) => wholeAddress(address, path) ?? '');
	return Array.from({ length: Math.ceil(all.length / mostInSitemap) }, (_, part) =>
		all.slice(part * mostInSitemap, (part + 1) * mostInSitemap)
	);
}

const authorPage = (name: string) => `author/${authorSlug(name)}/`;

interface FeedPlan {
	title: string;
	page: string;
	/** In their order. */
	rows: number[];
}

/** The rows of the newest articles; undated ones, whose place is not known, at the end. */
function newest(rows: readonly number[], { first }: Catalog): number[] {
	const dated = rows.filter((row) => first[row] !== null);
	const undated = rows.filter((row) => first[row] === null);
	return [...dated.reverse(), ...undated].slice(0, mostInFeed);
}

let planned: { of: Archive; feeds: Map<string, FeedPlan> } | null = null;

/**
 * All feeds by name: of the archive, and within the bound of pages of every author and publication. What search engines
 * are asked to leave out is in them all the same: whoever reads a feed has found the archive.
 */
async function feeds(): Promise<Map<string, FeedPlan>> {
	const { archive } = await builtArchive();
	if (planned?.of === archive) return planned.feeds;
	const { manifest, catalog } = archive;
	const { articles } = manifest.counts;
	const found = new Map<string, FeedPlan>();
	const add = (name: string, title: string, page: string, row: number) => {
		const plan = found.get(name) ?? { title, page: `../${page}`, rows: [] };
		plan.rows.push(row);
		found.set(name, plan);
	};
	found.set(newestFeed, { title: manifest.title, page: '../', rows: [...Array(articles).keys()] });
	for (let row = 0; articles <= mostPages && row < articles; row++) {
		for (const code of new Set(catalog.authors[row])) {
			const name = catalog.names.author[code] ?? '';
			add(feedName('author', name), `${name} – ${manifest.title}`, authorPage(name), row);
		}
		const publication = catalog.names.publication[catalog.publication[row] ?? -1];
		if (publication === undefined) continue;
		const query = `?${new URLSearchParams({ publication })}`;
		const title = `${publication} – ${manifest.title}`;
		add(feedName('publication', publication), title, query, row);
	}
	planned = { of: archive, feeds: found };
	return found;
}

/** The feed of an author, by its path; null where the archive is too large for feeds of its authors. */
export async function feedOfAuthor(name: string): Promise<string | null> {
	const feed = feedName('author', name);
	return (await feeds()).has(feed) ? `feeds/${feed}.xml` : null;
}

export async function feedNames(): Promise<string[]> {
	return [...(await feeds()).keys()];
}

/** The text of a feed; null where there is none of that name. */
export async function feedText(name: string): Promise<string | null> {
	const { archive } = await builtArchive();
	const { manifest } = archive;
	const plan = (await feeds()).get(name);
	if (!plan) return null;
	const self = await addressOf(`feeds/${name}.xml`);
	const page = (await addressOf(plan.page.replace('../', ''))) ?? plan.page;
	const articles = await Promise.all(
		newest(plan.rows, archive.catalog).map((row) => archive.article(row))
	);
	const entries = articles.map((article) => ({
		reference: referenceOf(article, {
			...manifest,
			address: wholeAddress(manifest.address, `article/${article.id}/`)
		}),
		date: article.date,
		summary: describeOpening(article)
	}));
	const id = self ?? `urn:hemeroteca:feed:${name}`;
	return writeFeed({ title: plan.title, id, self, page, entries }, manifest.title);
}
