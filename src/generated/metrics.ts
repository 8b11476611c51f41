// Written by test/tools/generate.ts from queries/metrics/; not to be edited.

/** Row type of each metric by its name. */
export interface MetricRows {}

export type MetricName = keyof MetricRows;
