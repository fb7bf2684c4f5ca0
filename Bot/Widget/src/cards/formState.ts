/** Whether a card of the first state of a form stands in for one of the second: the same form, not earlier. */
export function replaces(newer: string, older: string): boolean {
  const [, form, revision] = stateOf(newer);
  const [, otherForm, otherRevision] = stateOf(older);
  return form === otherForm && Number(revision) >= Number(otherRevision);
}

/** The whole key, the form and the number of its state. */
export const stateOf = (key: string): string[] => /^(.*:)(\d+)$/.exec(key) ?? [key, key, '0'];
