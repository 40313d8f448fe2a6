import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { begin } from '$output';

export const init: ClientInit = begin;

/** What browsers say, each in its own words, where a part of the page cannot be fetched. */
const unfetched = /dynamically imported module|Importing a module script|preload CSS|fetch/i;

export const handleError: HandleClientError = ({ error, status, message }) => {
	if (status === 404) return { message };
	const reason = error instanceof Error && unfetched.test(error.message);
	// What the reader can put right is said on the page; the rest is for whoever mends it.
	if (!reason) console.error(error);
	return {
		message: reason
			? 'A part of it could not be fetched. Check the connection and reload the page.'
			: 'Something in it failed that should not. Reload the page; if that does not help, go back to the archive.'
	};
};
