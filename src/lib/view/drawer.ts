/** How what stands in a drawer and the drawer know of each other: the one its frame, the other what "Clear" means. */
import { getContext, setContext } from 'svelte';
import type { Facet } from '../filter/selection.ts';

const key = Symbol('drawer');

type Tell = (clears: readonly Facet[]) => void;

/** Called by the drawer; `tell` learns which facets its contents choose from. */
export function provideDrawer(tell: Tell): void {
	setContext<Tell>(key, tell);
}

/** Called by contents while they are set up: true where they stand in a drawer. */
export function enterDrawer(clears: readonly Facet[]): boolean {
	const tell = getContext<Tell | undefined>(key);
	tell?.(clears);
	return tell !== undefined;
}
