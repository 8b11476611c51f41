/** The public API of understory: everything that the command line does, as functions. Heavy modules load when used. */

export type { Check } from './api/check.ts';
export { type CollectInput, type CollectResult, collect, estimateCollection } from './api/collect.ts';
export { checkHealth, type DoctorInput } from './api/doctor.ts';
export { type ExportInput, exportDatabase } from './api/export.ts';
export { writeSettings } from './api/init.ts';
export {
  describeMetrics,
  type MetricDescription,
  type QueryInput,
  type QueryResult,
  queryMetric,
  writeParquet,
} from './api/metrics.ts';
export {
  type AffiliateInput,
  affiliatePerson,
  aliasPerson,
  type DecisionResult,
  mergePeople,
  setPersonKind,
  splitPeople,
} from './api/people/decide.ts';
export type { Identity } from './api/people/find.ts';
export { type ForgetInput, type ForgetResult, forgetPeople } from './api/people/forget.ts';
export { exportMailmap, importMailmap } from './api/people/mailmap.ts';
export {
  type Doubt,
  type ListedPeople,
  listPeople,
  type PeopleInput,
  type PersonDescription,
  reviewPeople,
  showPerson,
} from './api/people/read.ts';
export { type RemovedRepository, type RemoveInput, remove } from './api/remove.ts';
export { type ReportInput, type ReportResult, report } from './api/report.ts';
export { querySql, type SqlInput, type SqlResult } from './api/sql.ts';
export { readLimits, readStatus, type Status } from './api/status.ts';
export type { StreamEstimate } from './collect/estimate.ts';
export type { TargetOutcome } from './collect/outcome.ts';
export type { Column } from './core/column.ts';
export type { Context, ProgressEvent } from './core/context.ts';
export { type ErrorCode, UnderstoryError } from './core/errors.ts';
export type { MetricName, MetricRows } from './generated/metrics.ts';
export type { TableName, TableRows } from './generated/tables.ts';
export type { WrittenReport } from './reports/write.ts';
export type { ExportedTable } from './store/export.ts';

export type { Row, Value } from './store/value.ts';
