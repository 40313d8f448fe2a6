/** Whether an input event comes from typing: what is pasted, dropped or set by a script is not completed. */
export function isTyped(event: Event): boolean {
	const type = event instanceof InputEvent ? event.inputType : '';
	return /^(insertText|insertCompositionText|deleteContent)/.test(type);
}
