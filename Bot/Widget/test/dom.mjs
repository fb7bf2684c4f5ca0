// Just enough of a document to draw into and to read back as markup.
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = text => text.replace(/[&<>"]/g, c => escapes[c]);
const attributes = { className: 'class', href: 'href', target: 'target', rel: 'rel', title: 'title', tabIndex: 'tabindex' };

class Node {
  children = [];
  append(...nodes) { for (const node of nodes) this.children.push(...(node instanceof Element || typeof node === 'string' ? [node] : node.children)); }
  get inner() { return this.children.map(c => (typeof c === 'string' ? escape(c) : c.outer)).join(''); }
}

class Element extends Node {
  set = new Map();
  constructor(name) { super(); this.name = name; }
  setAttribute(name, value) { this.set.set(name, value); }
  get outer() {
    const own = [...Object.entries(attributes).filter(([key]) => key in this).map(([key, name]) => [name, this[key]]), ...this.set];
    const tag = [this.name, ...own.map(([name, value]) => `${name}="${escape(String(value))}"`)].join(' ');
    return ['br', 'hr'].includes(this.name) ? `<${tag}>` : `<${tag}>${this.inner}</${this.name}>`;
  }
}

globalThis.document = { createElement: name => new Element(name), createDocumentFragment: () => new Node() };
export const markup = fragment => fragment.inner;
