import { isMine, type Activity } from './protocol';

const ended = ['Closed', 'Merged', 'Withdrawn'];

/**
 * The visitor's requests that are not ended, as far as the messages tell: from the cards of a request, which have a button to add to it
 * as long as it is open, and from what officials wrote.
 */
export function openCases(activities: readonly Activity[]): string[] {
  const open = new Set<string>();
  for (const activity of activities.filter(a => !isMine(a))) {
    const { caseNumber, caseStatus } = activity.channelData ?? {};
    if (typeof caseNumber === 'string') change(open, caseNumber, !ended.includes(String(caseStatus)));
    for (const { content } of activity.attachments ?? []) {
      const refreshed = numberOf((content as { refresh?: { action?: { data?: unknown } } } | undefined)?.refresh?.action?.data);
      if (refreshed !== undefined) change(open, refreshed, false);
      for (const number of casesToAddTo(content)) change(open, number, true);
    }
  }
  return [...open];
}

function change(open: Set<string>, number: string, isOpen: boolean): void {
  if (isOpen) open.add(number);
  else open.delete(number);
}

function casesToAddTo(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(casesToAddTo);
  if (!node || typeof node !== 'object') return [];
  const number = (node as { action?: unknown }).action === 'addToCase' ? numberOf(node) : undefined;
  return number === undefined ? Object.values(node).flatMap(casesToAddTo) : [number];
}

function numberOf(data: unknown): string | undefined {
  const number = (data as { number?: unknown } | undefined)?.number;
  return typeof number === 'string' ? number : undefined;
}
