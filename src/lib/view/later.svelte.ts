/** Parts of the page that come apart from its first script. */

/**
 * The default export of a module, null until it has come: fetched when it is `wanted`, and tried again when that is so
 * anew. Once it is there it is drawn at once, and not a turn later as what is awaited is. Call while a component is
 * being set up.
 */
export function later<Part>(
	fetch: () => Promise<{ default: Part }>,
	wanted: () => boolean
): { readonly part: Part | null } {
	let part = $state.raw<Part | null>(null);
	$effect(() => {
		if (!wanted() || part !== null) return;
		// As a last link of its own: a handler given to "then" would not see a style sheet that fails.
		fetch()
			.then((found) => (part = found.default))
			.catch(() => undefined);
	});
	return {
		get part() {
			return part;
		}
	};
}
