/** Whether a key that goes down may change a text by itself: with Ctrl or ⌘ it pastes, cuts or undoes. */
export const isTyping = ({ ctrlKey, metaKey }: KeyboardEvent) => !ctrlKey && !metaKey;
