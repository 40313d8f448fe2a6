/** What is made of a thing once, and lasts as long as the thing. */
export function once<Thing extends object, Made>(
	make: (thing: Thing) => Made
): (thing: Thing) => Made {
	const known = new WeakMap<Thing, Made>();
	return (thing) => {
		let made = known.get(thing);
		if (made === undefined) known.set(thing, (made = make(thing)));
		return made;
	};
}
