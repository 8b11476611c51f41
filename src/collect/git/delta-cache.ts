/** Memory that one git process may use for the bases of deltas, where a history is deep; git's own default is 96. */
export const DELTA_CACHE_MEBIBYTES = 224;
