/** Dialogs that are only looked up, in one chunk that may come late. */
export { default as Keys } from '$lib/view/Keys.svelte';
export { default as Syntax } from '$lib/view/Syntax.svelte';
