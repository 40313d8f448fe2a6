/**
 * A step of PostCSS. Styles give sizes in pixels, as the look does; the page gives them in proportion to the letters that
 * the reader's browser is set to, and goes over to the layouts of narrower screens as these grow. Letters in pictures stay,
 * since they grow with the units that the whole of a picture is drawn in (src/lib/chart/unit.svelte.ts); its height is theirs.
 */

/** What browsers begin with; with it, a page looks just as its styles say. */
const usualPx = 16;

const sizes = new Set(['font', 'font-size', 'line-height', '--chart-height']);
/** A rule for the letters of an SVG. */
const drawn = /(^|[\s,>+~])(text|tspan)(?![\w-])/;

/** @type {(text: string, unit: 'rem' | 'em') => string} */
const relative = (text, unit) =>
	text.replace(/(\d*\.?\d+)px\b/g, (_, px) => `${Number(px) / usualPx}${unit}`);

/** @returns {import('postcss').Plugin} */
export function relativeType() {
	return {
		postcssPlugin: 'relative-type',
		Declaration(declaration) {
			const { prop, value, parent } = declaration;
			if (!sizes.has(prop) || !value.includes('px')) return;
			if (parent?.type === 'rule' && drawn.test(/** @type {any} */ (parent).selector)) return;
			declaration.value = relative(value, 'rem');
		},
		AtRule: {
			media(rule) {
				if (rule.params.includes('px')) rule.params = relative(rule.params, 'em');
			}
		}
	};
}
