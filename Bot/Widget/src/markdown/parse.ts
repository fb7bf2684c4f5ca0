import { last } from '../launcher/compat';
import { safeHref, type Block, type Document, type Inline, type Reference } from './ast';
import { parseInline } from './inline';

const maxDepth = 6;

/** Parses a message. Never throws: what is not understood stays text. */
export function parseMarkdown(source: string): Document {
  const references: Reference[] = [];
  const lines: string[] = [];
  for (const line of source.replace(/\r\n?/g, '\n').split('\n')) {
    const definition = /^ {0,3}\[([^\]]+)\]:\s*<?([^\s<>]+)>?(?:\s+["'(](.*)["')])?\s*$/.exec(line);
    const href = definition && safeHref(definition[2]!);
    if (definition && href) references.push({ label: definition[1]!, href, ...(definition[3] ? { title: definition[3] } : {}) });
    else lines.push(line);
  }
  const byLabel = new Map(references.map(r => [r.label.toLowerCase(), r]));
  const inline = (text: string): Inline[] => parseInline(text.trim(), byLabel);
  return { blocks: parseBlocks(lines, inline, 0), references };
}

function parseBlocks(lines: string[], inline: (text: string) => Inline[], depth: number): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length) blocks.push({ kind: 'paragraph', children: inline(paragraph.join('\n')) });
    paragraph = [];
  };
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    let match: RegExpExecArray | null;
    if (/^\s*$/.test(line)) {
      endParagraph();
      i++;
    } else if ((match = /^ {0,3}(```+|~~~+)/.exec(line))) {
      endParagraph();
      const fence = match[1]!;
      const end = lines.findIndex((l, at) => at > i && l.trim().startsWith(fence));
      blocks.push({ kind: 'code', text: lines.slice(i + 1, end < 0 ? lines.length : end).join('\n') });
      i = end < 0 ? lines.length : end + 1;
    } else if ((match = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line))) {
      endParagraph();
      blocks.push({ kind: 'heading', level: match[1]!.length, children: inline(match[2]!) });
      i++;
    } else if (/^ {0,3}([-*_])( *\1){2,} *$/.test(line)) {
      endParagraph();
      blocks.push({ kind: 'rule' });
      i++;
    } else if (/^ {0,3}>/.test(line) && depth < maxDepth) {
      endParagraph();
      const start = i;
      while (i < lines.length && /^ {0,3}>/.test(lines[i]!)) i++;
      const inner = lines.slice(start, i).map(l => l.replace(/^ {0,3}> ?/, ''));
      blocks.push({ kind: 'quote', children: parseBlocks(inner, inline, depth + 1) });
    } else if (marker(line) && depth < maxDepth) {
      endParagraph();
      const { list, next } = parseList(lines, i, inline, depth);
      blocks.push(list);
      i = next;
    } else if (line.includes('|') && /^[\s|:-]*-[\s|:-]*$/.test(lines[i + 1] ?? '') && (lines[i + 1] ?? '').includes('|')) {
      endParagraph();
      const rows: Inline[][][] = [];
      const head = cells(line).map(inline);
      for (i += 2; i < lines.length && lines[i]!.includes('|'); i++) rows.push(cells(lines[i]!).slice(0, head.length).map(inline));
      blocks.push({ kind: 'table', head, rows });
    } else {
      paragraph.push(line.trimStart());
      i++;
    }
  }
  endParagraph();
  return blocks;
}

interface Marker { indent: number; ordered: boolean; start: number; content: number }

function marker(line: string): Marker | undefined {
  const match = /^(\s*)(?:[-*+•]|(\d{1,4})[.)])\s+(?=\S)/.exec(line);
  if (!match) return undefined;
  return { indent: match[1]!.length, ordered: match[2] !== undefined, start: Number(match[2] ?? 1), content: match[0].length };
}

function parseList(lines: string[], from: number, inline: (text: string) => Inline[], depth: number): { list: Block; next: number } {
  const first = marker(lines[from]!)!;
  const items: string[][] = [];
  let i = from;
  for (; i < lines.length; i++) {
    const line = lines[i]!;
    const found = marker(line);
    const indent = line.length - line.trimStart().length;
    if (found && found.indent <= first.indent + 1 && found.ordered === first.ordered) items.push([line.slice(found.content)]);
    else if (line.trim() === '') {
      const after = lines[i + 1] ?? '';
      const next = marker(after);
      const goesOn = next ? next.ordered === first.ordered || next.indent > first.indent : /^\s{2,}\S/.test(after);
      if (!goesOn) break;
      last(items)!.push('');
    } else if (indent > first.indent) last(items)!.push(line.slice(Math.min(indent, first.content)));
    else if (found || last(last(items)!) === '' || /^(#|>|```)/.test(line.trimStart())) break;
    else last(items)!.push(line);
  }
  const parsed = items.map(item => parseBlocks(item, inline, depth + 1));
  return { list: { kind: 'list', ordered: first.ordered, start: first.start, items: parsed }, next: i };
}

/** The cells of a table row; an escaped bar is part of its cell. */
function cells(line: string): string[] {
  const bare = line.trim().replace(/\\\|/g, '\u0000').replace(/^\||\|$/g, '');
  return bare.split('|').map(cell => cell.trim().replace(/\u0000/g, '|'));
}
