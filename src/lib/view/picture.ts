/**
 * A chart as a picture to take away: SVG, and PNG made of the same. One way for every chart, so that each says in words
 * what it shows, what was asked for, and of which version of which archive.
 */

/** A picture as SVG, and its size in pixels. */
export interface Picture {
	text: string;
	width: number;
	height: number;
}

/** Pixels around the picture. */
const margin = 12;
/** Size of the letters under it. */
const lettersPx = 12;

const drawn = [
	'fill',
	'stroke',
	'stroke-width',
	'stroke-dasharray',
	'stroke-linecap',
	'stroke-linejoin',
	'paint-order',
	'opacity',
	'font-family',
	'font-size',
	'font-weight',
	'text-anchor'
] as const;

/** A copy with colours and faces as they are seen now, without what only a hand needs. */
function copySeen(svg: SVGSVGElement): SVGSVGElement {
	const copy = svg.cloneNode(true) as SVGSVGElement;
	const hands = copy.querySelectorAll('a, .flag, .grip, .groove');
	const seen = [...svg.querySelectorAll('*')];
	for (const [at, node] of [...copy.querySelectorAll('*')].entries()) {
		const original = seen[at];
		if (!original) continue;
		const style = getComputedStyle(original);
		for (const name of drawn) node.setAttribute(name, style.getPropertyValue(name));
		node.removeAttribute('class');
	}
	for (const hand of hands) hand.remove();
	for (const hidden of copy.querySelectorAll('[aria-hidden]'))
		hidden.removeAttribute('aria-hidden');
	return copy;
}

/**
 * The picture as a file of its own, and under it in words what it shows. `beside`: what belongs to it and stands in the
 * same frame, drawn where it stands.
 */
export function drawPicture(
	svg: SVGSVGElement,
	caption: string,
	remarks: string[],
	beside: readonly SVGSVGElement[] = []
): Picture {
	const copy = copySeen(svg);
	const from = svg.getBoundingClientRect();
	const { width: inner, height: deep } = svg.viewBox.baseVal;
	/** Pixels of the page in one unit of the picture. */
	const unitPx = from.width / inner;
	const { backgroundColor, color, fontFamily } = getComputedStyle(document.documentElement);
	const measure = measureIn(`${lettersPx}px ${fontFamily}`);
	const lines = [caption, ...remarks].flatMap((line) => wrap(line, inner, measure));
	const width = inner + 2 * margin;
	const height = deep + 16 + lines.length * 17 + 2 * margin;
	const make = (name: string, attributes: Record<string, string | number>, text = '') => {
		const node = document.createElementNS('http://www.w3.org/2000/svg', name);
		for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
		node.textContent = text;
		return node;
	};
	copy.replaceChildren(
		make('title', {}, caption),
		make('desc', {}, remarks.join(' ')),
		make('rect', { x: -margin, y: -margin, width, height, fill: backgroundColor }),
		...copy.childNodes,
		...beside.map((other) => {
			const { left, top } = other.getBoundingClientRect();
			const group = make('g', {
				transform: `translate(${(left - from.left) / unitPx} ${(top - from.top) / unitPx})`
			});
			group.replaceChildren(...copySeen(other).childNodes);
			return group;
		}),
		...lines.map((line, at) =>
			make(
				'text',
				{
					x: 0,
					y: deep + 20 + at * 17,
					fill: color,
					'font-family': fontFamily,
					'font-size': lettersPx
				},
				line
			)
		)
	);
	for (const name of ['class', 'tabindex', 'aria-label']) copy.removeAttribute(name);
	copy.setAttribute('role', 'img');
	copy.setAttribute('height', String(height));
	copy.setAttribute('viewBox', `${-margin} ${-margin} ${width} ${height}`);
	copy.setAttribute('width', String(width));
	return { text: new XMLSerializer().serializeToString(copy), width, height };
}

type Measure = (text: string) => number;

/** How wide texts are, with something to spare: whoever opens the file may not have the face. */
function measureIn(font: string): Measure {
	const context = document.createElement('canvas').getContext('2d');
	if (context) context.font = font;
	return (text) => (context?.measureText(text).width ?? text.length * lettersPx) * 1.06;
}

/** A text in lines no wider than `width`, broken at spaces; an address, which has none, wherever it must. */
function wrap(text: string, width: number, measure: Measure): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && measure(`${last} ${word}`) <= width) {
			lines[lines.length - 1] = `${last} ${word}`;
			continue;
		}
		let letters = Array.from(word);
		while (letters.length > 1 && measure(letters.join('')) > width) {
			let most = letters.length;
			for (let wide; (wide = measure(letters.slice(0, most).join(''))) > width && most > 1;)
				most = Math.max(1, Math.min(most - 1, Math.floor((most * width) / wide)));
			lines.push(letters.slice(0, most).join(''));
			letters = letters.slice(most);
		}
		lines.push(letters.join(''));
	}
	return lines;
}

/** Pixels of a PNG for one of the screen: sharp in print. */
const sharpness = 3;

/** The picture as PNG. Rejects where the browser cannot paint it. */
export async function paintPicture({ text, width, height }: Picture): Promise<Blob> {
	const families = [...text.matchAll(/font-family="([^"]*)"/g)].map(([, names = '']) => names);
	const style = `<style>${await facesOf(families.join())}</style>`;
	const image = new Image();
	// An address of its own would not be let in by the policy of the page.
	const dressed = text.replace('</title>', (end) => end + style);
	image.src = `data:image/svg+xml,${encodeURIComponent(dressed)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = width * sharpness;
	canvas.height = height * sharpness;
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((settle, fail) =>
		canvas.toBlob(
			(blob) => (blob ? settle(blob) : fail(new Error('No picture came.'))),
			'image/png'
		)
	);
}

/** The page's own faces of some families as style rules that hold their files: a picture fetches nothing. */
async function facesOf(families: string): Promise<string> {
	const faces = [...document.styleSheets].flatMap((sheet) =>
		[...sheet.cssRules].flatMap((rule) =>
			rule instanceof CSSFontFaceRule ? [{ sheet, rule }] : []
		)
	);
	const rules = faces.map(async ({ sheet, rule }) => {
		const { style, cssText } = rule;
		const family = style.getPropertyValue('font-family').replace(/["']/g, '');
		const source = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
		if (!families.includes(family) || source === undefined) return '';
		if (source.startsWith('data:')) return cssText;
		const response = await fetch(new URL(source, sheet.href ?? document.baseURI));
		const bytes = new Uint8Array(await response.arrayBuffer());
		const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
		return cssText.replace(source, `data:font/woff2;base64,${btoa(letters)}`);
	});
	return (await Promise.all(rules)).join('');
}
