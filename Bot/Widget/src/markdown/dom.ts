import { absolute } from './absolute';
import type { Block, Inline } from './ast';
import { pieces } from './whole';

/** Draws the parsed text with DOM calls only, so that no text can ever become markup. */
export function renderBlocks(blocks: Block[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const block of blocks) fragment.append(renderBlock(block));
  return fragment;
}

function renderBlock(block: Block): HTMLElement {
  switch (block.kind) {
    case 'paragraph': return element('p', renderInlines(block.children));
    // A message is a part of the page: its headings are made no higher than the fourth level.
    case 'heading': return element(`h${Math.min(6, block.level + 3)}`, renderInlines(block.children));
    case 'quote': return element('blockquote', renderBlocks(block.children));
    case 'code': return element('pre', element('code', block.text));
    case 'rule': return element('hr');
    case 'list': {
      const list = element(block.ordered ? 'ol' : 'ul', ...block.items.map(renderItem));
      if (block.ordered && block.start !== 1) list.setAttribute('start', String(block.start));
      return list;
    }
    case 'table': {
      const head = element('thead', element('tr', ...block.head.map(c => element('th', renderInlines(c)))));
      const body = element('tbody', ...block.rows.map(r => element('tr', ...r.map(c => element('td', renderInlines(c))))));
      const scroll = element('div', element('table', head, body));
      scroll.className = 'table';
      scroll.tabIndex = 0;
      return scroll;
    }
  }
}

/** The only paragraph of an item needs no margins of its own. */
function renderItem(item: Block[]): HTMLElement {
  const [first, ...rest] = item;
  return first?.kind === 'paragraph' ? element('li', renderInlines(first.children), renderBlocks(rest)) : element('li', renderBlocks(item));
}

export function renderInlines(inlines: Inline[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const inline of inlines) fragment.append(renderInline(inline));
  return fragment;
}

function renderInline(inline: Inline): Node {
  switch (inline.kind) {
    case 'text': return renderText(inline.text);
    case 'strong': return element('strong', renderInlines(inline.children));
    case 'emphasis': return element('em', renderInlines(inline.children));
    case 'code': return element('code', inline.text);
    case 'break': return element('br');
    case 'link': return externalLink(inline.href, renderInlines(inline.children), inline.title);
  }
}

/** Plain text whose numbers are not broken across lines. */
export function renderText(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const piece of pieces(text)) {
    const node = piece.whole ? element('span', piece.text) : piece.text;
    if (typeof node !== 'string') node.className = 'whole';
    fragment.append(node);
  }
  return fragment;
}

/** A link out of the chat: a new tab that knows nothing of this one. */
export function externalLink(href: string, content: Node | string, title?: string): HTMLAnchorElement {
  const link = element('a', content) as HTMLAnchorElement;
  link.href = absolute(href);
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  if (title) link.title = title;
  return link;
}

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
