/**
 * Keeps what a mouse does on a picture before the script that listens to it has come, and does it again then. So a
 * script may come late and no press or drag is lost.
 */

/** More moves than a hand makes while a script of this size is on its way. */
const mostKept = 1000;

export interface Early {
	/** Hands everything kept to what listens now, in its order, and keeps nothing more. */
	replay(): void;
	stop(): void;
}

/** Begins to keep the presses on a picture, and the moves and releases that follow them wherever they are. */
export function keepEarly(picture: SVGSVGElement): Early {
	const kept: MouseEvent[] = [];
	const keep = (event: MouseEvent) => {
		const follows = event.type !== 'mousedown';
		if (kept.length >= mostKept || (follows && kept.length === 0)) return;
		kept.push(event);
	};
	const stop = () => {
		picture.removeEventListener('mousedown', keep);
		removeEventListener('mousemove', keep);
		removeEventListener('mouseup', keep);
	};
	picture.addEventListener('mousedown', keep);
	addEventListener('mousemove', keep);
	addEventListener('mouseup', keep);
	return {
		replay() {
			stop();
			for (const { type, clientX, clientY, button, buttons, detail, shiftKey } of kept) {
				const place = { clientX, clientY, button, buttons, detail, shiftKey };
				const init = { ...place, view: window, bubbles: true, cancelable: true };
				// A press belongs to what lies there now; what follows is listened to on the window.
				const target = type === 'mousedown' ? document.elementFromPoint(clientX, clientY) : window;
				target?.dispatchEvent(new MouseEvent(type, init));
			}
			kept.length = 0;
		},
		stop
	};
}
