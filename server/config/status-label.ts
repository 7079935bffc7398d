// Unit statuses in words: communities name their own, the CAD sends only the index.

/** What the CAD's REST API calls a unit that has logged out. */
const OFFLINE = 100;

/** The label of a status; `''` when there is none, the number itself when nobody named it. */
export function statusLabel(labels: readonly string[], status: number | null): string {
  if (status === null) return '';
  return labels[status] ?? (status === OFFLINE ? 'OFFLINE' : String(status));
}
