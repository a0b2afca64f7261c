/** The path of the site, with its slashes: what one worker may answer for. */
export const root = import.meta.env.BASE_URL.replace(/\/*$/, '/');
