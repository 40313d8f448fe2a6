// The site is prerendered whole; the single file has no such options.
export const prerender = true;
export const trailingSlash = 'always';
