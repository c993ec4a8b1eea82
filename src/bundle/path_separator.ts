/** Stands between the prefix and the name of a stream in its path; neither can hold it (protocol section 2). */
export const PATH_SEPARATOR = '/+/';
