/**
 * What pictures are drawn in: a sixteenth of the size of letters that the reader's browser is set to, which is a pixel
 * unless somebody has chosen another. So a picture grows with the text around it, letters and marks alike, and whoever
 * places them has less room and need not know why.
 */
let px = $state(1);

if (typeof ResizeObserver !== 'undefined') {
	// As wide as sixteen units, and told of when that changes. Beside the body, which is the page's.
	const rem = document.documentElement.appendChild(document.createElement('i'));
	rem.style.cssText = 'position:absolute;width:1rem';
	new ResizeObserver(() => (px = rem.getBoundingClientRect().width / 16)).observe(rem);
}

export const unit = {
	/** Pixels of the page in one unit. */
	get px(): number {
		return px;
	}
};
