/** Changed whenever the same text gives other terms: what was kept of an older analysis is made again. */
export const ANALYSIS_VERSION = '3';
