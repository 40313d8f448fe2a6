/** The sign of `static/favicon.svg` on paper, for icons in PNG: not every system draws SVG, and some want no see-through. */
import type { Icon } from '../lib/bundle/icons.ts';

/** The side of the square that the sign is drawn in. */
const square = 32;
/**
 * How much of the picture that square takes. What is cut out of a maskable icon holds at least a circle of 0.4 of its side
 * (W3C, Web Application Manifest, _icon masks_), in which the corners of the sign have to lie.
 */
const share = { any: 0.8, maskable: 0.6 };
// The light half of style/tokens.css: a picture cannot follow the reader's scheme.
const colours = { paper: '#fafaf8', ink: '#16181b' };

/** An icon as SVG; `favicon` is the text of `favicon.svg`. Throws where that has no path to draw. */
export function drawIcon({ size, purpose }: Icon, favicon: string): string {
	const paths = favicon.match(/<path [^>]*>/g);
	if (!paths) throw new Error('static/favicon.svg has no path, of which the icons are made.');
	const side = size * share[purpose];
	const edge = (size - side) / 2;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">`,
		`<rect width="100%" height="100%" fill="${colours.paper}"/>`,
		`<g fill="${colours.ink}" transform="translate(${edge} ${edge}) scale(${side / square})">`,
		...paths,
		'</g></svg>'
	].join('\n');
}
