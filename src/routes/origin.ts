/** Where an article is cited from. */
import type { Origin } from '$lib/cite/reference.ts';
import { wholeAddress } from '$lib/filter/link.ts';
import type { Holder } from './article/[id]/answer.ts';

/**
 * The archive that holds an article, with the article's whole address: the published one, else the one at which the
 * reader is (`href`; null while prerendering). A file on somebody's disk has no address that others could use.
 */
export function originOf(
	{ title, version, publisher, address }: Holder,
	id: string,
	href: string | null,
	single: boolean
): Origin {
	const here = single || href === null ? null : new URL(href, document.baseURI).href;
	const place = wholeAddress(address, `article/${id}/`) ?? here;
	return { title, version, publisher, address: place };
}
