import type { Activity } from '../client/protocol';
import type { Block, Inline } from '../markdown/ast';

/**
 * The blocks without a closing list whose every item is also a button of the message: other clients need the list, here it would say
 * everything twice.
 */
export function withoutRepeatedChoices(blocks: Block[], activity: Activity): Block[] {
  const list = blocks[blocks.length - 1];
  if (list?.kind !== 'list') return blocks;
  const buttons = new Set((activity.suggestedActions?.actions ?? []).map(a => a.title?.trim()));
  for (const attachment of activity.attachments ?? []) collectTitles(attachment.content, buttons);
  const isRepeated = list.items.every(item => buttons.has(item.map(plainOf).join(' ').trim()));
  return isRepeated ? blocks.slice(0, -1) : blocks;
}

function collectTitles(node: unknown, titles: Set<string | undefined>): void {
  if (Array.isArray(node)) for (const part of node) collectTitles(part, titles);
  else if (node && typeof node === 'object') {
    const { title } = node as { title?: unknown };
    if (typeof title === 'string') titles.add(title.trim());
    for (const part of Object.values(node)) collectTitles(part, titles);
  }
}

const plainOf = (block: Block): string =>
  ('children' in block && block.kind === 'paragraph' ? block.children.map(textOf).join('') : '\u0000');

function textOf(inline: Inline): string {
  if (inline.kind === 'text' || inline.kind === 'code') return inline.text;
  return 'children' in inline ? inline.children.map(textOf).join('') : ' ';
}
